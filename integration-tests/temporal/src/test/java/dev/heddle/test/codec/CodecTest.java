package dev.heddle.test.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.heddle.api.PayloadCodec;
import dev.heddle.testing.Heddle;
import dev.heddle.testing.temporal.TemporalEnvironment;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Codecs of extensions stand around the application's converter, in a stated order, and nobody sees them there. */
class CodecTest {
    @RegisterExtension
    final Heddle heddle = Heddle.with((interceptors, settings) ->
                    interceptors.codec(new Marking("first")).codec(new Marking("second")))
            .and((interceptors, settings) -> interceptors.codec(new Marking("third", true)));

    private final DataConverter own = OwnCodec.converter(true);

    @WorkflowInterface
    public interface Greeting {
        @WorkflowMethod
        String greet(String name);
    }

    public static final class GreetingWorkflow implements Greeting {
        @Override
        public String greet(String name) {
            if (name.isEmpty()) {
                throw ApplicationFailure.newFailure("nobody to greet", "Nobody", "a detail");
            }
            return "Hello, " + name;
        }
    }

    private TemporalEnvironment temporal() {
        return heddle.temporal()
                .options(options -> options.setWorkflowClientOptions(
                        WorkflowClientOptions.newBuilder().setDataConverter(own).build()));
    }

    private static List<HistoryEvent> history(TemporalEnvironment temporal, Greeting workflow) {
        return temporal.client()
                .fetchHistory(WorkflowStub.fromTyped(workflow).getExecution().getWorkflowId())
                .getEvents();
    }

    /** Takes off what should have been put on. */
    private static Payload decoded(Payload payload, String... names) throws InvalidProtocolBufferException {
        Payload inner = payload;
        for (String name : names) {
            assertThat(inner.getMetadataOrThrow("encoding").toStringUtf8()).isEqualTo(name);
            byte[] data = inner.getData().toByteArray();
            inner = Payload.parseFrom(name.equals("own") ? data : Marking.hide(data));
        }
        return inner;
    }

    @Test
    void theFirstIsNextToTheServerAndTheApplicationsInside() throws Exception {
        TemporalEnvironment temporal = temporal().workflows(GreetingWorkflow.class);
        Greeting workflow = temporal.workflow(Greeting.class);
        assertThat(workflow.greet("Ada")).isEqualTo("Hello, Ada");
        Payload input = history(temporal, workflow)
                .get(0)
                .getWorkflowExecutionStartedEventAttributes()
                .getInput()
                .getPayloads(0);
        assertThat(decoded(input, "first", "second", "third", "own").getData().toStringUtf8())
                .isEqualTo("\"Ada\"");
    }

    @Test
    void messagesOfFailuresAreEncodedAroundWhatTheApplicationEncodes() throws Exception {
        TemporalEnvironment temporal = temporal().workflows(GreetingWorkflow.class);
        Greeting workflow = temporal.workflow(Greeting.class);
        assertThatThrownBy(() -> workflow.greet(""))
                .isInstanceOf(WorkflowFailedException.class)
                .cause()
                .hasMessageContaining("nobody to greet")
                .satisfies(failure -> assertThat(
                                ((ApplicationFailure) failure).getDetails().get(String.class))
                        .isEqualTo("a detail"));
        List<HistoryEvent> events = history(temporal, workflow);
        Failure failure = events.get(events.size() - 1)
                .getWorkflowExecutionFailedEventAttributes()
                .getFailure();
        assertThat(failure.getMessage()).isEqualTo("Encoded failure");
        assertThat(failure.getStackTrace()).isEmpty();
        assertThat(decoded(failure.getEncodedAttributes(), "first", "second", "third", "own")
                        .getData()
                        .toStringUtf8())
                .contains("nobody to greet", "stack_trace", "greet(");
        assertThat(decoded(
                                failure.getApplicationFailureInfo().getDetails().getPayloads(0),
                                "first",
                                "second",
                                "third",
                                "own")
                        .getData()
                        .toStringUtf8())
                .isEqualTo("\"a detail\"");
    }

    @Test
    void whatTheApplicationReadsIsItsOwn() {
        TemporalEnvironment temporal = temporal();
        assertThat(temporal.client().getOptions().getDataConverter()).isSameAs(own);
        assertThat(temporal.worker()).isNotNull();
        assertThat(temporal.environment().getWorkflowClient().getOptions().getDataConverter())
                .isSameAs(own);
    }

    @Test
    void whatACodecThrowsIsTemporalsException() {
        heddle.and((interceptors, settings) -> interceptors.codec(new PayloadCodec() {
            @Override
            public dev.heddle.api.Payload encode(dev.heddle.api.Payload payload) {
                throw new IllegalStateException("no key 'a'");
            }

            @Override
            public dev.heddle.api.Payload decode(dev.heddle.api.Payload payload) {
                return payload;
            }
        }));
        Greeting workflow = temporal().workflows(GreetingWorkflow.class).workflow(Greeting.class);
        assertThatThrownBy(() -> workflow.greet("Ada"))
                .hasRootCauseMessage("no key 'a'")
                .satisfies(thrown -> assertThat(thrown)
                        .satisfiesAnyOf(
                                one -> assertThat(one).isInstanceOf(DataConverterException.class),
                                one -> assertThat(one).hasCauseInstanceOf(DataConverterException.class)));
    }
}
