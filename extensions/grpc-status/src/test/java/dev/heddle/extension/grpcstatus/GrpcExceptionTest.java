package dev.heddle.extension.grpcstatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.GrpcException;
import dev.heddle.api.GrpcStatus.Code;
import org.junit.jupiter.api.Test;

/** The family of exceptions in the API, which has no tests of its own. */
class GrpcExceptionTest {
    @Test
    void repr() {
        assertThat(new GrpcException.NotFound("oops"))
                .hasToString("dev.heddle.api.GrpcException$NotFound: NOT_FOUND: oops");
        assertThat(new GrpcException(Code.NOT_FOUND.status())).hasToString("dev.heddle.api.GrpcException: NOT_FOUND");
    }

    @Test
    void statusString() {
        assertThat(new GrpcException.NotFound().statusString()).isEqualTo("NOT_FOUND");
        assertThat(new GrpcException(Code.DATA_LOSS.status("text")).statusString())
                .isEqualTo("DATA_LOSS");
    }

    @Test
    void okIsNoException() {
        assertThatThrownBy(() -> new GrpcException(Code.OK.status())).isInstanceOf(IllegalArgumentException.class);
    }
}
