package dev.heddle.extension.grpcstatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.GrpcStatus.Code;
import dev.heddle.testing.fake.FakeSettings;
import java.util.ConcurrentModificationException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesByClassTest {
    private interface Marker {}

    private interface FartherMarker extends Marker {}

    private static class Base extends RuntimeException implements FartherMarker {
        private static final long serialVersionUID = 1L;
    }

    private static final class Derived extends Base implements Callable<Void> {
        private static final long serialVersionUID = 1L;

        @Override
        public Void call() {
            return null;
        }
    }

    private static CodesByClass codes(String map) {
        return CodesByClass.read(new FakeSettings("grpc-status", Map.of("map", map)));
    }

    private static Code of(String map, Class<?> type) {
        return codes(map).of(type);
    }

    @Test
    void classSuperclassAndInterface() {
        assertThat(of("java.util.NoSuchElementException=NOT_FOUND", NoSuchElementException.class))
                .isEqualTo(Code.NOT_FOUND);
        assertThat(of("java.lang.Exception = INTERNAL", NoSuchElementException.class))
                .isEqualTo(Code.INTERNAL);
        assertThat(of("java.io.Serializable:ABORTED", NoSuchElementException.class))
                .isEqualTo(Code.ABORTED);
        assertThat(of("java.util.NoSuchElementException=NOT_FOUND", ConcurrentModificationException.class))
                .isNull();
    }

    @Test
    void nearestWins() {
        String name = CodesByClassTest.class.getName();
        String map = "java.lang.Throwable=INTERNAL," + name + "$Marker=ABORTED," + name + ".Base=NOT_FOUND";
        assertThat(of(map, Derived.class)).isEqualTo(Code.NOT_FOUND);
        assertThat(of(map + ",java.util.concurrent.Callable=DATA_LOSS", Derived.class))
                .as("of two equally near the class")
                .isEqualTo(Code.NOT_FOUND);
        assertThat(of("java.lang.RuntimeException=INTERNAL," + name + "$Marker=ABORTED", Base.class))
                .isEqualTo(Code.INTERNAL);
        assertThat(of(name + "$Marker=ABORTED,java.lang.Exception=INTERNAL", Derived.class))
                .as("as near as the other, but a class")
                .isEqualTo(Code.INTERNAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.Exception", "=NOT_FOUND", "a=b=c", "java.lang.Exception=OK", "a=NOTFOUND"})
    void mistakes(String map) {
        assertThatThrownBy(() -> codes(map)).hasMessageStartingWith("heddle.extension.grpc-status.map says");
    }
}
