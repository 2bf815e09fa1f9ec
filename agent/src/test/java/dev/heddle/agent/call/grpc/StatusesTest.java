package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.GrpcException;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.RefusedException;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statuses in the library's words and in the API's, and what ends a call that failed. */
class StatusesTest {
    private static final RuntimeException OTHER = new IllegalStateException("other");

    private final Metadata metadata = new Metadata();

    @ParameterizedTest
    @EnumSource
    void eachCodeAndItsDescription(Status.Code code) {
        GrpcStatus status = Statuses.of(code.toStatus().withDescription("why"));
        assertThat(status.code().name()).isEqualTo(code.name());
        assertThat(status.description()).isEqualTo("why");
        assertThat(Statuses.of(status).getCode()).isEqualTo(code);
        assertThat(Statuses.of(status).getDescription()).isEqualTo("why");
    }

    @Test
    void okIsOne() {
        assertThat(Statuses.of(Status.OK)).isSameAs(GrpcStatus.OK);
        assertThat(Statuses.of(Status.NOT_FOUND).description()).isNull();
    }

    @Test
    void whatAStageHides() {
        assertThat(Statuses.unwrap(new CompletionException(OTHER))).isSameAs(OTHER);
        Throwable bare = new CompletionException("nothing hidden", null);
        assertThat(Statuses.unwrap(bare)).isSameAs(bare);
        assertThat(Statuses.unwrap(OTHER)).isSameAs(OTHER);
        assertThat(Statuses.unwrap(new IllegalStateException(OTHER))).hasCause(OTHER);
        assertThat(Statuses.unwrap(null)).isNull();
    }

    @Test
    void whatIsMeant() {
        assertThat(new Throwable[] {
                    new RefusedException("no"),
                    new GrpcException.NotFound(),
                    Status.NOT_FOUND.asRuntimeException(),
                    Status.NOT_FOUND.asException()
                })
                .allMatch(Statuses::deliberate);
        assertThat(Statuses.deliberate(OTHER)).isFalse();
        assertThat(Statuses.deliberate(null)).isFalse();
    }

    @Test
    void anEndOfTheLibrarysStaysWhatItIs() {
        Status ended = Status.ABORTED.withDescription("why");
        EndedException failure = new EndedException(ended, metadata);
        assertThat(Statuses.of(failure)).isSameAs(ended);
        assertThat(Statuses.trailers(failure)).isSameAs(metadata);
    }

    @Test
    void aStatusOfTheInterceptorsOwn() {
        GrpcException chosen = new GrpcException(GrpcStatus.Code.ABORTED.status("why"));
        assertThat(Statuses.of(chosen).getCode()).isEqualTo(Status.Code.ABORTED);
        assertThat(Statuses.of(chosen).getDescription()).isEqualTo("why");
        assertThat(Statuses.of(chosen).getCause()).isSameAs(chosen);
        assertThat(Statuses.trailers(chosen).keys()).isEmpty();
    }

    @Test
    void aRefusal() {
        RefusedException refusal = new RefusedException("no", OTHER);
        assertThat(Statuses.of(refusal).getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(Statuses.of(refusal).getDescription()).isEqualTo("no");
        assertThat(Statuses.of(refusal).getCause()).isSameAs(refusal);
        assertThat(Statuses.trailers(refusal).keys()).isEmpty();
    }

    @Test
    void aRefusalWithoutACause() {
        RefusedException refusal = new RefusedException("no");
        assertThat(Statuses.of(refusal).getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(Statuses.trailers(refusal).keys()).isEmpty();
    }

    @Test
    void aRefusalWithAStatus() {
        RefusedException refusal = new RefusedException("no", Status.ABORTED.asRuntimeException(metadata));
        assertThat(Statuses.of(refusal).getCode()).isEqualTo(Status.Code.ABORTED);
        assertThat(Statuses.trailers(refusal)).isSameAs(metadata);
    }

    @Test
    void anythingElse() {
        assertThat(Statuses.of(OTHER).getCode()).isEqualTo(Status.Code.UNKNOWN);
        assertThat(Statuses.of(OTHER).getCause()).isSameAs(OTHER);
        assertThat(Statuses.trailers(OTHER).keys()).isEmpty();
        assertThat(Statuses.trailers(Status.ABORTED.asException(metadata))).isSameAs(metadata);
    }
}
