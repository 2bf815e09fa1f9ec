package dev.heddle.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.heddle.api.Category;
import dev.heddle.realserver.server.TemporalServer;
import dev.heddle.testing.RecordedCall;
import io.temporal.api.enums.v1.NexusOperationExecutionStatus;
import io.temporal.client.NexusClient;
import io.temporal.client.NexusClientOptions;
import io.temporal.client.NexusOperationExecutionMetadata;
import io.temporal.client.NexusOperationFailedException;
import io.temporal.client.NexusOperationHandle;
import io.temporal.client.NexusOperationNotFoundException;
import io.temporal.client.NexusServiceClient;
import io.temporal.client.StartNexusOperationOptions;
import io.temporal.common.interceptors.NexusClientCallsInterceptor;
import io.temporal.common.interceptors.NexusClientCallsInterceptor.DeleteNexusOperationExecutionInput;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every call of the client of Nexus operations that no workflow asks for. */
@ExtendWith(SkippedWhereMissing.class)
class NexusClientTest extends NexusTest {
    private final String id = UUID.randomUUID().toString();
    private NexusClient nexus;
    private NexusServiceClient<Mending> mending;

    @BeforeEach
    void connect() {
        nexus = NexusClient.newInstance(
                application.service(),
                NexusClientOptions.newBuilder()
                        .setNamespace(TemporalServer.NAMESPACE)
                        .build());
        mending = nexus.newNexusServiceClient(Mending.class, endpoint);
    }

    private StartNexusOperationOptions options() {
        return StartNexusOperationOptions.newBuilder()
                .setId(id)
                .setScheduleToCloseTimeout(Duration.ofMinutes(1))
                .build();
    }

    private NexusOperationHandle<String> mend() {
        return mending.start(Mending::mend, options(), "sock");
    }

    /** An operation whose desk is open; the desk has the operation's ID. */
    private NexusOperationHandle<String> keep() {
        NexusOperationHandle<String> handle = mending.start(Mending::keep, options(), id);
        desk(id);
        return handle;
    }

    private RecordedCall nexusCall(String operation) {
        RecordedCall call = clientCall(operation);
        assertThat(call.id()).isEqualTo(id);
        return call;
    }

    @Test
    void startNexusOperationExecution() {
        mend();
        assertThat(nexusCall("startNexusOperationExecution").name()).isEqualTo("Mending/mend");
        RecordedCall arrived = arrival("startOperation");
        assertThat(arrived.name()).isEqualTo("Mending/mend");
        assertThat(arrived.namespace()).isEqualTo(TemporalServer.OTHER_NAMESPACE);
        assertThat(sender(arrived)).isEqualTo("client startNexusOperationExecution");
    }

    @Test
    void getNexusOperationResult() {
        assertThat(mend().getResult()).isEqualTo("mended sock");
        assertThat(nexusCall("getNexusOperationResult").result()).isEqualTo("mended sock");
    }

    @Test
    void getNexusOperationResultAsync() {
        NexusOperationHandle<String> handle = keep();
        desk(id).close();
        assertThat(handle.getResultAsync().join()).isEqualTo(id);
        assertThat(nexusCall("getNexusOperationResultAsync").result()).isEqualTo(id);
    }

    @Test
    void describeNexusOperationExecution() {
        NexusOperationHandle<String> handle = mend();
        handle.getResult();
        assertThat(handle.describe().getOperation()).isEqualTo("mend");
        assertThat(nexusCall("describeNexusOperationExecution").failure()).isNull();
    }

    @Test
    void requestCancelNexusOperationExecution() {
        NexusOperationHandle<String> handle = keep();
        handle.cancel("no wool");
        assertThat(nexusCall("requestCancelNexusOperationExecution").arguments())
                .contains("no wool");
        assertThat(arrival("cancelOperation").failure()).isNull();
        assertThatThrownBy(handle::getResult).isInstanceOf(NexusOperationFailedException.class);
        assertThat(handle.describe().getStatus())
                .isEqualTo(NexusOperationExecutionStatus.NEXUS_OPERATION_EXECUTION_STATUS_CANCELED);
    }

    @Test
    void terminateNexusOperationExecution() {
        NexusOperationHandle<String> handle = keep();
        handle.terminate("no wool");
        assertThat(nexusCall("terminateNexusOperationExecution").arguments()).contains("no wool");
        assertThat(handle.describe().getStatus())
                .isEqualTo(NexusOperationExecutionStatus.NEXUS_OPERATION_EXECUTION_STATUS_TERMINATED);
        desk(id).close();
    }

    @Test
    void deleteNexusOperationExecution() throws ReflectiveOperationException {
        NexusOperationHandle<String> handle = mend();
        handle.getResult();
        chain().deleteNexusOperationExecution(
                        new DeleteNexusOperationExecutionInput(id, handle.getNexusOperationRunId()));
        assertThat(nexusCall("deleteNexusOperationExecution").failure()).isNull();
        await().untilAsserted(
                        () -> assertThatThrownBy(handle::describe).isInstanceOf(NexusOperationNotFoundException.class));
    }

    /** The chain that the client has made, which its handles know. They have no method yet that deletes. */
    private NexusClientCallsInterceptor chain() throws ReflectiveOperationException {
        Object handle = nexus.getHandle(id, null);
        for (Field field : handle.getClass().getDeclaredFields()) {
            if (field.getType() == NexusClientCallsInterceptor.class) {
                field.setAccessible(true);
                return (NexusClientCallsInterceptor) field.get(handle);
            }
        }
        throw new NoSuchFieldException("the chain of a Nexus client");
    }

    @Test
    void listNexusOperationExecutions() {
        mend();
        await().until(() -> {
            try (Stream<NexusOperationExecutionMetadata> found = nexus.listNexusOperationExecutions(query())) {
                return found.anyMatch(each -> each.getOperationId().equals(id));
            }
        });
        assertAsked("listNexusOperationExecutions");
    }

    @Test
    void countNexusOperationExecutions() {
        mend();
        await().until(() -> nexus.countNexusOperationExecutions(query()).getCount() == 1);
        assertAsked("countNexusOperationExecutions");
    }

    private String query() {
        return "OperationId = '" + id + "'";
    }

    /** The server's index is a moment behind, so it may take more than one. */
    private void assertAsked(String operation) {
        assertThat(heddle.calls().in(Category.CLIENT).named(operation))
                .isNotEmpty()
                .allMatch(RecordedCall::arrived)
                .allMatch(call -> call.arguments().contains(query()));
    }
}
