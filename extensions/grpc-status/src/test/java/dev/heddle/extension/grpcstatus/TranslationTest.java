package dev.heddle.extension.grpcstatus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.GrpcException;
import dev.heddle.api.GrpcStatus.Code;
import dev.heddle.api.RefusedException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class TranslationTest {
    private final Translation translation = new Translation(
            new CodesByClass(Map.of(
                    "java.util.NoSuchElementException", Code.NOT_FOUND, "java.lang.StackOverflowError", Code.INTERNAL)),
            null,
            true);

    private Object status(Throwable failure) {
        return translation.of(failure) instanceof GrpcException ended ? ended.status() : "as it is";
    }

    @Test
    void mapped() {
        assertThat(status(new NoSuchElementException("text"))).isEqualTo(Code.NOT_FOUND.status("text"));
        assertThat(status(new CompletionException(new NoSuchElementException("text"))))
                .isEqualTo(Code.NOT_FOUND.status("text"));
        assertThat(status(new StackOverflowError())).isEqualTo(Code.INTERNAL.status());
    }

    @Test
    void typedOnesAmongTheCauses() {
        assertThat(status(new IllegalStateException(new GrpcException.Aborted("text"))))
                .isEqualTo(Code.ABORTED.status("text"));
    }

    @Test
    void leftAlone() {
        for (Throwable failure : new Throwable[] {
            new IllegalStateException("text"), new RefusedException("text", new NoSuchElementException())
        }) {
            assertThat(translation.of(failure)).isSameAs(failure);
        }
    }

    @Test
    void causesInACircle() {
        Exception first = new IllegalStateException();
        Exception second = new IllegalStateException(first);
        first.initCause(second);
        assertThat(translation.of(second)).isSameAs(second);
        assertThat(new Translation(new CodesByClass(Map.of()), Code.INTERNAL, false).of(second))
                .isInstanceOfSatisfying(
                        GrpcException.class, ended -> assertThat(ended.status()).isEqualTo(Code.INTERNAL.status()));
    }

    @Test
    void causeIsThereForOthersToSee() {
        Throwable failure = new NoSuchElementException("text");
        assertThat(translation.of(failure)).hasCause(failure);
    }
}
