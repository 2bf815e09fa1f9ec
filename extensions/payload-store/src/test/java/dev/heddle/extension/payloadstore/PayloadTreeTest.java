package dev.heddle.extension.payloadstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.temporal.api.command.v1.Command;
import io.temporal.api.command.v1.RecordMarkerCommandAttributes;
import io.temporal.api.command.v1.StartChildWorkflowExecutionCommandAttributes;
import io.temporal.api.common.v1.Header;
import io.temporal.api.common.v1.Memo;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.SearchAttributes;
import io.temporal.api.failure.v1.ApplicationFailureInfo;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.nexus.v1.Request;
import io.temporal.api.nexus.v1.StartOperationRequest;
import io.temporal.api.query.v1.WorkflowQueryResult;
import io.temporal.api.update.v1.Input;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.PollNexusTaskQueueResponse;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Payloads are found, and replaced, wherever they stand. */
class PayloadTreeTest {
    private final PayloadPaths paths = new PayloadPaths();

    private static Payload payload(String text) {
        return Payload.newBuilder().setData(ByteString.copyFromUtf8(text)).build();
    }

    private static Payloads payloads(String... texts) {
        Payloads.Builder builder = Payloads.newBuilder();
        for (String text : texts) {
            builder.addPayloads(payload(text));
        }
        return builder.build();
    }

    /** What was found; each of it is replaced by what follows its name with "!". */
    private List<String> found(Message message) {
        PayloadTree tree = new PayloadTree(paths, message);
        List<String> texts = new ArrayList<>();
        Map<Payload, Payload> others = new IdentityHashMap<>();
        for (Payload payload : tree.payloads()) {
            String text = payload.getData().toStringUtf8();
            texts.add(text);
            others.put(payload, payload(text + "!"));
        }
        Message changed = tree.with(others);
        assertThat(new PayloadTree(paths, changed)
                        .payloads().stream()
                                .map(each -> each.getData().toStringUtf8())
                                .toList())
                .isEqualTo(texts.stream().map(each -> each + "!").toList());
        assertThat(changed.getClass()).isSameAs(message.getClass());
        assertThat(new PayloadTree(paths, message).with(new IdentityHashMap<>()))
                .isSameAs(message);
        return texts;
    }

    @Test
    void inListsMapsAndOneofs() {
        Message message = RespondWorkflowTaskCompletedRequest.newBuilder()
                .setNamespace("kept")
                .addCommands(Command.newBuilder()
                        .setStartChildWorkflowExecutionCommandAttributes(
                                StartChildWorkflowExecutionCommandAttributes.newBuilder()
                                        .setInput(payloads("one", "two"))
                                        .setMemo(Memo.newBuilder().putFields("memo", payload("three")))))
                .addCommands(Command.newBuilder()
                        .setRecordMarkerCommandAttributes(RecordMarkerCommandAttributes.newBuilder()
                                .putDetails("data", payloads("four"))
                                .putDetails("result", payloads("five"))))
                .putQueryResults(
                        "query",
                        WorkflowQueryResult.newBuilder()
                                .setAnswer(payloads("six"))
                                .build())
                .build();
        assertThat(found(message)).containsExactlyInAnyOrder("one", "two", "three", "four", "five", "six");
    }

    @Test
    void inCausesOfFailures() {
        Failure deepest = Failure.newBuilder()
                .setEncodedAttributes(payload("one"))
                .setApplicationFailureInfo(ApplicationFailureInfo.newBuilder().setDetails(payloads("two")))
                .build();
        Failure failure = deepest;
        for (int i = 0; i < 20; i++) {
            failure = Failure.newBuilder().setCause(failure).build();
        }
        assertThat(found(failure)).containsExactly("one", "two");
    }

    @Test
    void inTheProtocolOfUpdates() {
        Message message = RespondWorkflowTaskCompletedRequest.newBuilder()
                .addMessages(io.temporal.api.protocol.v1.Message.newBuilder()
                        .setBody(Any.pack(io.temporal.api.update.v1.Request.newBuilder()
                                .setInput(Input.newBuilder().setArgs(payloads("one")))
                                .build())))
                .build();
        assertThat(found(message)).containsExactly("one");
    }

    @Test
    void inNexusTasks() {
        assertThat(found(PollNexusTaskQueueResponse.newBuilder()
                        .setRequest(Request.newBuilder()
                                .setStartOperation(StartOperationRequest.newBuilder()
                                        .setService("service")
                                        .setPayload(payload("one"))))
                        .build()))
                .containsExactly("one");
    }

    @Test
    void notInHeadersAndSearchAttributes() {
        assertThat(found(Command.newBuilder()
                        .setStartChildWorkflowExecutionCommandAttributes(
                                StartChildWorkflowExecutionCommandAttributes.newBuilder()
                                        .setHeader(Header.newBuilder().putFields("header", payload("no")))
                                        .setSearchAttributes(SearchAttributes.newBuilder()
                                                .putIndexedFields("attribute", payload("no"))))
                        .build()))
                .isEmpty();
    }

    @Test
    void whatCannotHaveAnyIsKnown() {
        assertThat(new PayloadTree(paths, GetSystemInfoRequest.getDefaultInstance()).canHavePayloads())
                .isFalse();
        assertThat(new PayloadTree(paths, Failure.getDefaultInstance()).canHavePayloads())
                .isTrue();
    }

    @Test
    void whatIsNoMessageInsideStaysAsItIs() {
        for (String type : List.of("temporal.api.update.v1.None", "temporal.api.update.v1.Request", "x", "")) {
            Message message = RespondWorkflowTaskCompletedRequest.newBuilder()
                    .addMessages(io.temporal.api.protocol.v1.Message.newBuilder()
                            .setBody(Any.newBuilder()
                                    .setTypeUrl("type.googleapis.com/" + type)
                                    .setValue(ByteString.copyFromUtf8("\u00ff\u0001"))))
                    .build();
            assertThat(found(message)).isEmpty();
        }
    }
}
