package dev.heddle.extension.contextpropagation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.heddle.api.Category;
import dev.heddle.testing.Heddle;
import dev.heddle.testing.grpc.DummyServer;
import dev.heddle.testing.grpc.DummyService;
import dev.heddle.testing.temporal.TemporalEnvironment;
import io.temporal.api.common.v1.Header;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.client.WorkflowStub;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/** With the agent and the libraries: any text goes all the way, and none breaks a call. */
class ContextPropagationIT {
    @WorkflowInterface
    public interface WhoAmI {
        @WorkflowMethod
        String ask();
    }

    public static final class WhoAmIWorkflow implements WhoAmI {
        @Override
        public String ask() {
            return MDC.get("userId");
        }
    }

    @RegisterExtension
    final Heddle heddle = Heddle.with(new ContextPropagation());

    private final DummyService service = new DummyService().answers("who", asked -> String.valueOf(MDC.get("userId")));

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "Jürgen", "李", "two\nlines", "100 % 'plain'", "a, b"})
    void anyTextOverGrpc(String user) throws Exception {
        try (DummyServer server = new DummyServer(service).start()) {
            MDC.put("userId", user);
            assertThat(server.client().unary("who")).isEqualTo(user);
        }
        assertThat(heddle.calls().in(Category.GRPC_SERVER).first().headers()).containsEntry("userid", user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "Jürgen", "李", "two\nlines", ""})
    void anyTextOverTemporal(String user) {
        WhoAmI workflow = heddle.temporal().workflows(WhoAmIWorkflow.class).workflow(WhoAmI.class);
        MDC.put("userId", user);
        assertThat(workflow.ask()).isEqualTo(user);
        assertThat(heddle.calls()
                        .in(Category.WORKFLOW_INBOUND)
                        .named("execute")
                        .first()
                        .headers())
                .containsEntry("userId", user);
    }

    /** As programs of other languages write them: Python sends bytes as {@code binary/plain}. */
    @Test
    void bytesInItsHeaderSwitchNothingOff() {
        TemporalEnvironment temporal = heddle.temporal().workflows(WhoAmIWorkflow.class);
        WhoAmI last = temporal.workflow(WhoAmI.class);
        for (int i = 0; i < 25; i++) {
            assertThat(startedWith(temporal, ByteString.copyFromUtf8("ada")).getResult(String.class))
                    .isEqualTo("ada");
            assertThat(startedWith(temporal, ByteString.copyFrom(new byte[] {(byte) 0xC3, 0x28}))
                            .getResult(String.class))
                    .isNull();
        }
        MDC.put("userId", "ada");
        assertThat(last.ask()).isEqualTo("ada");
    }

    private static WorkflowStub startedWith(TemporalEnvironment temporal, ByteString user) {
        String id = UUID.randomUUID().toString();
        temporal.client()
                .getWorkflowServiceStubs()
                .blockingStub()
                .startWorkflowExecution(StartWorkflowExecutionRequest.newBuilder()
                        .setNamespace(temporal.namespace())
                        .setWorkflowId(id)
                        .setRequestId(id)
                        .setWorkflowType(WorkflowType.newBuilder().setName("WhoAmI"))
                        .setTaskQueue(TaskQueue.newBuilder().setName(temporal.taskQueue()))
                        .setHeader(Header.newBuilder()
                                .putFields(
                                        "userId",
                                        Payload.newBuilder()
                                                .putMetadata("encoding", ByteString.copyFromUtf8("binary/plain"))
                                                .setData(user)
                                                .build()))
                        .build());
        return temporal.client().newUntypedWorkflowStub(id);
    }

    /** Above what gRPC takes as headers; the call goes without it. */
    @Test
    void aLongValueBreaksNoGrpcCall() throws Exception {
        try (DummyServer server = new DummyServer(service).start()) {
            MDC.put("userId", "x".repeat(9_000));
            assertThat(server.client().unary("hello")).isEqualTo("hello");
        }
        assertThat(heddle.calls().in(Category.GRPC_SERVER).first().headers()).doesNotContainKey("userid");
    }

    /** Above what Temporal takes as a request. */
    @Test
    void aHugeValueBreaksNoStart() {
        WhoAmI workflow = heddle.temporal().workflows(WhoAmIWorkflow.class).workflow(WhoAmI.class);
        MDC.put("userId", "x".repeat(5_000_000));
        workflow.ask();
        assertThat(heddle.calls().in(Category.CLIENT).named("start").first().headers())
                .isEmpty();
    }
}
