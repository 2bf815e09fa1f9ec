package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.agent.call.InvalidResultException;
import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.GrpcException;
import dev.heddle.api.GrpcServerCall;
import dev.heddle.api.Interceptor;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What becomes of a call after an interceptor's turn, and of what accidents are told. */
class DecisionTest {
    private static final RuntimeException ACCIDENT = new IllegalStateException("an accident");
    private static final RuntimeException FAILURE = new IllegalStateException("the application's");

    private final CompletableFuture<Object> gate = new CompletableFuture<>();

    private static Object throwIt(RuntimeException thrown) {
        throw thrown;
    }

    /** Starting fails further in. */
    private static PlayedClientCall failing(Throwable failure, Interceptor<GrpcClientCall> interceptor) {
        PlayedClientCall played = PlayedClientCall.unary(interceptor);
        played.starting = library -> {
            throw Thrown.asItIs(failure);
        };
        return played;
    }

    // It has gone on.

    @Test
    void whatProceedGaveIsTheOutcome() {
        PlayedServerCall played = PlayedServerCall.unary(call -> {
            Object outcome = call.proceed();
            assertThat(outcome).isNotNull();
            return outcome;
        });
        played.answer("foo");
        assertThat(played.done).endsWith("close OK");
        assertThat(played.accidents).isEmpty();
    }

    @Test
    void aResultOfItsOwnIsAnAccidentThen() {
        PlayedServerCall played = PlayedServerCall.unary(call -> {
            call.proceed();
            return "mine";
        });
        played.answer("foo");
        assertThat(played.done).containsExactly("headers", "message foo", "close OK");
        assertThat(played.accidents).hasSize(1);
    }

    @Test
    void aFailureThatItHasSeenPassesAsTheSame() {
        PlayedClientCall played = failing(FAILURE, GrpcClientCall::proceed);
        assertThatThrownBy(played::start).isSameAs(FAILURE);
        assertThat(played.accidents).isEmpty();
    }

    @Test
    void aFailureCannotBeMadeAResult() {
        PlayedClientCall played = failing(FAILURE, call -> {
            try {
                return call.proceed();
            } catch (IllegalStateException seen) {
                return call;
            }
        });
        assertThatThrownBy(played::start).isSameAs(FAILURE);
        assertThat(played.accidents).hasSize(1);
    }

    @Test
    void aFailureCanBeRefused() {
        PlayedClientCall played = failing(FAILURE, call -> {
            try {
                return call.proceed();
            } catch (IllegalStateException seen) {
                throw new GrpcException.PermissionDenied("no");
            }
        });
        played.start();
        assertThat(played.told).containsExactly("close PERMISSION_DENIED");
        assertThat(played.accidents).isEmpty();
    }

    @Test
    void anErrorThatItHasSeenPassesWhateverItDoes() {
        Error error = new AssertionError("the application's");
        PlayedClientCall played = failing(error, call -> {
            try {
                return call.proceed();
            } catch (AssertionError seen) {
                throw new GrpcException.PermissionDenied("no");
            }
        });
        assertThatThrownBy(played::start).isSameAs(error);
    }

    @Test
    void aHandlerThatFailsAsItStartsLateEndsTheCall() {
        PlayedServerCall played = PlayedServerCall.unary(call -> gate.thenApply(go -> call.proceed()));
        played.starting = () -> {
            throw Status.FAILED_PRECONDITION.asRuntimeException();
        };
        gate.complete(null);
        assertThat(played.done).containsExactly("close FAILED_PRECONDITION");
        assertThat(played.accidents).isEmpty();
    }

    // It has not.

    @Test
    void anAccidentIsSkippedAndItIsToldNothing() {
        PlayedServerCall played = PlayedServerCall.unary(call -> {
            call.events(new Watching());
            call.onCompletion((response, failure) -> throwIt(new AssertionErrorInTest()));
            return throwIt(ACCIDENT);
        });
        played.answer("foo");
        assertThat(played.done).endsWith("close OK");
        assertThat(played.accidents).containsExactly(ACCIDENT);
    }

    private static final class AssertionErrorInTest extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void anAccidentOfAGuardRefusesTheCall() {
        PlayedServerCall played = PlayedServerCall.guarded(call -> throwIt(ACCIDENT));
        assertThat(played.handler).isNull();
        assertThat(played.done).containsExactly("close UNAVAILABLE");
        assertThat(played.closed.getDescription()).contains("extension test failed and guards");
        assertThat(played.accidents).containsExactly(ACCIDENT);
    }

    @Test
    void aStageThatCannotBeListenedToIsAnAccident() {
        CompletionStage<Object> strange = new CompletableFuture<>() {
            @Override
            public CompletableFuture<Object> whenComplete(BiConsumer<? super Object, ? super Throwable> listener) {
                throw ACCIDENT;
            }
        };
        PlayedServerCall played = PlayedServerCall.unary(call -> strange);
        played.answer("foo");
        assertThat(played.done).endsWith("close OK");
        assertThat(played.accidents).containsExactly(ACCIDENT);
    }

    @Test
    void thatThereIsNoRequestIsNoAccidentOfItsOwn() {
        PlayedServerCall played = PlayedServerCall.unary(call -> call.request().thenApply(request -> call.proceed()));
        played.library.onHalfClose();
        assertThat(played.handler).isNull();
        assertThat(played.done).endsWith("close INTERNAL");
        assertThat(played.accidents).isEmpty();
        assertThat(played.refusals()).isZero();
    }

    // It has gone on, and says something else.

    @Test
    void anAnswerThatItCannotGiveAnyMoreIsToldAsOne() {
        PlayedServerCall played = PlayedServerCall.unary(call -> {
            call.proceed();
            return "another";
        });
        played.answer("foo");
        assertThat(played.done).containsExactly("headers", "message foo", "close OK");
        assertThat(played.accidents).singleElement().isInstanceOf(InvalidResultException.class);
    }

    // It has asked for the response.

    @Test
    void theResponseIsTheOutcome() {
        PlayedServerCall played = PlayedServerCall.unary(call -> call.response());
        played.answer("foo");
        assertThat(played.done).containsExactly("headers", "message foo", "close OK");
        assertThat(played.accidents).isEmpty();
    }

    @Test
    void aFailureThatPassesIsNoRefusal() {
        PlayedClientCall client = PlayedClientCall.unary(GrpcClientCall::response);
        client.ask("foo").library().close(Status.NOT_FOUND);
        assertThat(client.told).endsWith("close NOT_FOUND");
        assertThat(client.refusals()).isZero();
        PlayedServerCall server = PlayedServerCall.unary(GrpcServerCall::response);
        server.close(Status.NOT_FOUND);
        assertThat(server.done).containsExactly("close NOT_FOUND");
        assertThat(server.refusals()).isZero();
    }

    @Test
    void anotherStatusInItsPlaceIsOne() {
        PlayedServerCall played = PlayedServerCall.unary(
                call -> call.response().exceptionally(failure -> throwIt(new GrpcException.PermissionDenied("no"))));
        played.close(Status.NOT_FOUND);
        assertThat(played.done).containsExactly("close PERMISSION_DENIED");
        assertThat(played.refusals()).isOne();
    }

    @Test
    void aFailureOfTheResponseIsTheOutcome() {
        PlayedServerCall played = PlayedServerCall.unary(call -> call.response().thenApply(foo -> "mine"));
        played.close(Status.NOT_FOUND);
        assertThat(played.done).containsExactly("close NOT_FOUND");
        assertThat(played.trailers.get(PlayedServerCall.KEY)).isEqualTo("handler");
        assertThat(played.accidents).isEmpty();
    }

    @Test
    void anotherFailureThanTheResponsesIsAnAccident() {
        PlayedServerCall played =
                PlayedServerCall.unary(call -> call.response().exceptionally(failure -> throwIt(ACCIDENT)));
        played.close(Status.NOT_FOUND);
        assertThat(played.done).containsExactly("close NOT_FOUND");
        assertThat(played.accidents).containsExactly(ACCIDENT);
    }

    @Test
    void aResponseOfAnotherTypeIsAnAccident() {
        PlayedServerCall played = PlayedServerCall.unary(call -> call.response().thenApply(foo -> 5));
        played.answer("foo");
        assertThat(played.done).containsExactly("headers", "message foo", "close OK");
        assertThat(played.accidents).hasSize(1);
    }
}
