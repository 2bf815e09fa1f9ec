package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.api.Category;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcException;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.Headers;
import dev.heddle.api.Operation;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one interceptor watches, twice over, and its accidents there. */
class InterceptorEventsTest {
    private static final Operation OPERATION = Operation.of(Category.GRPC_SERVER, "a.Service/Method", true);
    private static final MethodDescriptor<String, String> UNARY = FakeMethods.UNARY;
    private static final MethodDescriptor<String, String> STREAM = FakeMethods.method(MethodType.BIDI_STREAMING);
    private static final Headers NONE = new MetadataHeaders(new Metadata(), false);
    private static final RuntimeException ACCIDENT = new IllegalStateException("an accident");

    private final List<Throwable> accidents = new ArrayList<>();

    private InterceptorEvents events(boolean guards, GrpcEvents... watching) {
        ExtensionHealth health =
                new ExtensionHealth("test", guards, Integer.MAX_VALUE, (operation, failure) -> accidents.add(failure));
        return new InterceptorEvents(health, OPERATION, watching);
    }

    /** Puts something else in the place of a message, or of a status whose description it extends. */
    private record Instead(Object instead) implements GrpcEvents {
        @Override
        public Object onRequest(Object message) {
            return instead;
        }

        @Override
        public Object onResponse(Object message) {
            return instead;
        }
    }

    /** Appends its letter to what passes. */
    private record Marking(String letter) implements GrpcEvents {
        @Override
        public Object onRequest(Object message) {
            return message + letter;
        }

        @Override
        public Object onResponse(Object message) {
            return message + letter;
        }

        @Override
        public GrpcStatus onClose(GrpcStatus status, Headers trailers) {
            return status.code().status(status.description() + letter);
        }
    }

    private static final class Failing implements GrpcEvents {
        @Override
        public Object onRequest(Object message) {
            throw ACCIDENT;
        }

        @Override
        public GrpcStatus onClose(GrpcStatus status, Headers trailers) {
            return null;
        }

        @Override
        public void onCancel() {
            throw ACCIDENT;
        }

        @Override
        public AutoCloseable scope() {
            throw ACCIDENT;
        }
    }

    @Test
    void whoIsRegisteredLaterStandsFurtherIn() {
        InterceptorEvents both = events(false, new Marking("1")).and(new Marking("2"));
        assertThat(both.request("foo", UNARY)).isEqualTo("foo12");
        assertThat(both.response("foo", UNARY)).isEqualTo("foo21");
        assertThat(both.close(GrpcStatus.Code.ABORTED.status("why"), NONE).description())
                .isEqualTo("why21");
        assertThat(accidents).isEmpty();
    }

    @Test
    void ofAStreamAMessageCanBeDropped() {
        InterceptorEvents both = events(false, new Instead(null)).and(new Marking("2"));
        assertThat(both.request("foo", STREAM)).isNull();
        assertThat(both.response("foo", STREAM)).isNull();
        assertThat(accidents).isEmpty();
    }

    @Test
    void theOneMessageCannot() {
        InterceptorEvents dropping = events(false, new Instead(null));
        assertThat(dropping.request("foo", UNARY)).isEqualTo("foo");
        assertThat(dropping.response("foo", UNARY)).isEqualTo("foo");
        assertThat(accidents)
                .hasSize(2)
                .allMatch(accident -> accident.getMessage().contains("put nothing in the place"));
    }

    @Test
    void aMessageOfAnotherTypeIsAnAccident() {
        InterceptorEvents changing = events(false, new Instead(5));
        assertThat(changing.request("foo", STREAM)).isEqualTo("foo");
        assertThat(accidents)
                .singleElement()
                .satisfies(accident -> assertThat(accident)
                        .isInstanceOf(ClassCastException.class)
                        .hasMessage("it put a java.lang.Integer in the place of a java.lang.String"));
    }

    @Test
    void theMessageItselfIsAlwaysFine() {
        assertThat(events(false, new GrpcEvents() {}).request("foo", UNARY)).isEqualTo("foo");
        assertThat(accidents).isEmpty();
    }

    @Test
    void anAccidentIsToldAndChangesNothing() {
        InterceptorEvents failing = events(false, new Failing());
        assertThat(failing.request("foo", UNARY)).isEqualTo("foo");
        assertThat(failing.close(GrpcStatus.OK, NONE)).isSameAs(GrpcStatus.OK);
        failing.cancel();
        assertThat(failing.open()).containsExactly((AutoCloseable) null);
        assertThat(accidents).hasSize(4).contains(ACCIDENT);
    }

    @Test
    void anAccidentOfAGuardRefusesTheCall() {
        InterceptorEvents guarding = events(true, new Failing());
        assertThatThrownBy(() -> guarding.request("foo", UNARY))
                .isInstanceOfSatisfying(
                        GrpcException.class,
                        refusal -> assertThat(refusal.statusString()).isEqualTo("UNAVAILABLE"))
                .hasMessageContaining("extension test failed and guards")
                .hasCause(ACCIDENT);
        assertThat(accidents).containsExactly(ACCIDENT);
    }

    @Test
    void aRefusalIsThrownAsItIs() {
        GrpcException refusal = new GrpcException.PermissionDenied("no");
        InterceptorEvents refusing = events(false, new GrpcEvents() {
            @Override
            public void onHalfClose() {
                throw refusal;
            }
        });
        assertThatThrownBy(refusing::halfClose).isSameAs(refusal);
        assertThat(accidents).isEmpty();
    }

    @Test
    void scopesThatWereOpenedAreClosedIfTheNextRefuses() {
        List<String> closed = new ArrayList<>();
        GrpcException refusal = new GrpcException.PermissionDenied("no");
        InterceptorEvents both = events(false, new GrpcEvents() {
                    @Override
                    public AutoCloseable scope() {
                        return () -> closed.add("first");
                    }
                })
                .and(new GrpcEvents() {
                    @Override
                    public AutoCloseable scope() {
                        throw refusal;
                    }
                });
        assertThatThrownBy(both::open).isSameAs(refusal);
        assertThat(closed).containsExactly("first");
    }

    @Test
    void scopesAreClosedInTheOppositeOrderWhateverOneThrows() {
        List<String> closed = new ArrayList<>();
        InterceptorEvents none = events(false);
        none.close(new AutoCloseable[] {
            () -> closed.add("first"),
            null,
            () -> {
                closed.add("last");
                throw ACCIDENT;
            }
        });
        assertThat(closed).containsExactly("last", "first");
        assertThat(accidents).containsExactly(ACCIDENT);
    }
}
