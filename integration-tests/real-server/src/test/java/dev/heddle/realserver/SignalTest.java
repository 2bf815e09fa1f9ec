package dev.heddle.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.heddle.api.Category;
import dev.heddle.realserver.server.TemporalServer;
import dev.heddle.testing.RecordedCall;
import io.temporal.api.common.v1.Header;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.workflowservice.v1.SignalWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The headers of signals, which the in-memory server drops. */
class SignalTest extends ServerTest {
    /** Signals another workflow. */
    @WorkflowInterface
    public interface Messenger {
        @WorkflowMethod
        void tell(String workflowId, String text);
    }

    public static final class MessengerWorkflow implements Messenger {
        @Override
        public void tell(String workflowId, String text) {
            Workflow.newExternalWorkflowStub(Desk.class, workflowId).note(text);
        }
    }

    /** Takes any signal, once it has run for a while. */
    @WorkflowInterface
    public interface Late {
        @WorkflowMethod
        String listen();
    }

    public static final class LateWorkflow implements Late {
        private String heard;

        @Override
        public String listen() {
            Workflow.sleep(Duration.ofMillis(50));
            Workflow.registerListener((DynamicSignalHandler) (name, arguments) -> heard = name);
            Workflow.await(() -> heard != null);
            return heard;
        }
    }

    @BeforeEach
    void serve() {
        application
                .workflows(DeskWorkflow.class, MessengerWorkflow.class, LateWorkflow.class)
                .start();
    }

    @Test
    void signal() {
        Desk desk = application.workflow(Desk.class);
        WorkflowClient.start(desk::open, "first");
        desk.note("second");
        assertThat(sender(arrival("note"))).isEqualTo("client signal");
        desk.close();
        assertThat(WorkflowStub.fromTyped(desk).getResult(String.class)).isEqualTo("first,second");
    }

    /** Bytes, as Python writes them, which need not be a text: no accident of who reads them. */
    @Test
    void signalOfAnotherLanguage() {
        Desk desk = application.workflow(Desk.class);
        WorkflowClient.start(desk::open, "first");
        for (ByteString bytes : List.of(ByteString.copyFromUtf8("ada"), ByteString.fromHex("c328"))) {
            application
                    .service()
                    .blockingStub()
                    .signalWorkflowExecution(SignalWorkflowExecutionRequest.newBuilder()
                            .setNamespace(TemporalServer.NAMESPACE)
                            .setWorkflowExecution(WorkflowStub.fromTyped(desk).getExecution())
                            .setSignalName("note")
                            .setInput(DefaultDataConverter.STANDARD_INSTANCE
                                    .toPayloads("by bytes")
                                    .orElseThrow())
                            .setHeader(Header.newBuilder()
                                    .putFields(
                                            SentBy.HEADER,
                                            Payload.newBuilder()
                                                    .putMetadata("encoding", ByteString.copyFromUtf8("binary/plain"))
                                                    .setData(bytes)
                                                    .build()))
                            .build());
        }
        desk.close();
        assertThat(WorkflowStub.fromTyped(desk).getResult(String.class)).isEqualTo("first,by bytes,by bytes");
        assertThat(heddle.calls()
                        .in(Category.WORKFLOW_INBOUND)
                        .named("handleSignal")
                        .of("note"))
                .extracting(call -> call.headers().get(SentBy.HEADER))
                .containsExactly("ada".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xC3, 0x28});
    }

    @Test
    void signalWithStart() {
        WorkflowStub desk = WorkflowStub.fromTyped(application.workflow(Desk.class));
        desk.signalWithStart("note", new Object[] {"second"}, new Object[] {"first"});
        assertThat(sender(arrival("note"))).isEqualTo("client signalWithStart");
        assertThat(sender(first(heddle.calls().in(Category.WORKFLOW_INBOUND).named("execute"))))
                .isEqualTo("client signalWithStart");
        desk.signal("close");
        assertThat(desk.getResult(String.class)).isEqualTo("first,second");
    }

    /** The SDK hands it to the handler without its header. */
    @Test
    void signalBeforeThereIsAHandlerOfAny() {
        WorkflowStub late = WorkflowStub.fromTyped(application.workflow(Late.class));
        late.signalWithStart("note", new Object[0], new Object[0]);
        assertThat(late.getResult(String.class)).isEqualTo("note");
        assertThat(sender(arrival("note"))).isEqualTo("client signalWithStart");
    }

    @Test
    void signalFromAnotherWorkflow() {
        Desk desk = application.workflow(Desk.class);
        WorkflowClient.start(desk::open, "first");
        String id = WorkflowStub.fromTyped(desk).getExecution().getWorkflowId();
        application.workflow(Messenger.class).tell(id, "second");
        RecordedCall arrived = arrival("note");
        assertThat(sender(arrived)).isEqualTo("workflow outbound signalExternalWorkflow");
        assertThat(arrived.workflowId()).isEqualTo(id);
        desk.close();
        assertThat(WorkflowStub.fromTyped(desk).getResult(String.class)).isEqualTo("first,second");
    }

    private RecordedCall arrival(String signal) {
        return first(heddle.calls()
                .in(Category.WORKFLOW_INBOUND)
                .named("handleSignal")
                .of(signal));
    }
}
