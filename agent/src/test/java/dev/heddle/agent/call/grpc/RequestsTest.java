package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.GrpcException;
import io.grpc.Status;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A call's requests, as interceptors ask for them. */
class RequestsTest {
    private final Requests unary = new Requests(false);
    private final Requests stream = new Requests(true);

    private static Throwable failure(CompletionStage<?> stage) {
        return stage.toCompletableFuture()
                .handle((value, failure) -> Statuses.unwrap(failure))
                .join();
    }

    @Test
    void theOneIsThereWhenItHasCome() {
        assertThat(unary.awaited()).isFalse();
        CompletionStage<Object> one = unary.one();
        assertThat(unary.awaited()).isTrue();
        assertThat(unary.arguments()).isEmpty();
        unary.message("foo");
        assertThat(unary.awaited()).isFalse();
        assertThat(one.toCompletableFuture()).isCompletedWithValue("foo");
        assertThat(unary.arguments()).containsExactly("foo");
        unary.message("bar");
        assertThat(unary.arguments()).as("the first").containsExactly("foo");
    }

    @Test
    void anotherCanTakeItsPlace() {
        unary.message("foo");
        assertThat(unary.current("foo")).isEqualTo("foo");
        unary.replace("mine");
        assertThat(unary.arguments()).containsExactly("mine");
        assertThat(unary.current("foo")).isEqualTo("mine");
    }

    @Test
    void allAreThereAtTheHalfClose() {
        stream.message("before anybody asked");
        CompletionStage<List<Object>> all = stream.all();
        assertThat(stream.allWanted()).isTrue();
        stream.message("foo");
        stream.message("bar");
        assertThat(stream.awaited()).isTrue();
        stream.halfClose();
        assertThat(stream.awaited()).isFalse();
        assertThat(all.toCompletableFuture()).isCompletedWithValue(List.of("foo", "bar"));
        assertThat(stream.arguments()).isEmpty();
        assertThat(stream.one().toCompletableFuture())
                .as("of a stream there is none")
                .isNotDone();
    }

    @Test
    void theOneIsAllOfThem() {
        assertThat(unary.allWanted()).isFalse();
        CompletionStage<List<Object>> all = unary.all();
        unary.message("foo");
        assertThat(unary.awaited()).isTrue();
        unary.halfClose();
        assertThat(all.toCompletableFuture()).isCompletedWithValue(List.of("foo"));
    }

    @Test
    void ofAStreamThereMayBeNone() {
        CompletionStage<List<Object>> all = stream.all();
        stream.halfClose();
        assertThat(all.toCompletableFuture()).isCompletedWithValue(List.of());
    }

    @Test
    void aHalfCloseWithoutTheOneIsAFailure() {
        unary.halfClose();
        assertThat(failure(unary.one()))
                .isInstanceOfSatisfying(
                        GrpcException.class,
                        none -> assertThat(none.statusString()).isEqualTo("INTERNAL"))
                .hasMessageContaining("Half-closed without a request");
    }

    @Test
    void aCallThatIsOverFailsWhatHasNotCome() {
        assertThat(unary.failedWith(null)).isFalse();
        unary.fail(Status.CANCELLED);
        Throwable one = failure(unary.one());
        assertThat(one).isSameAs(failure(unary.all())).isInstanceOf(GrpcException.class);
        assertThat(unary.failedWith(one)).isTrue();
        assertThat(unary.failedWith(new IllegalStateException())).isFalse();
    }

    @Test
    void whatHasComeStays() {
        unary.message("foo");
        unary.fail(Status.CANCELLED);
        assertThat(unary.one().toCompletableFuture()).isCompletedWithValue("foo");
        assertThat(unary.failedWith(null)).isFalse();
        assertThatThrownBy(() -> unary.all().toCompletableFuture().join()).hasMessageContaining("CANCELLED");
    }
}
