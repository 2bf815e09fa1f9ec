package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.GrpcMethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a method's name. */
class MethodNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"pkg.sub.Service/Method", "/pkg.sub.Service/Method"})
    void parse(String name) {
        GrpcMethodName parsed = GrpcMethodName.parse(name);
        assertThat(parsed).isEqualTo(new GrpcMethodName("pkg.sub", "Service", "Method"));
        assertThat(parsed.fullyQualifiedService()).isEqualTo("pkg.sub.Service");
        assertThat(parsed).hasToString("pkg.sub.Service/Method");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Service/Method", "/Service/Method"})
    void parseEmptyPackage(String name) {
        GrpcMethodName parsed = GrpcMethodName.parse(name);
        assertThat(parsed).isEqualTo(new GrpcMethodName("", "Service", "Method"));
        assertThat(parsed.fullyQualifiedService()).isEqualTo("Service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "Method", "Service/", "/Method", "pkg./Method"})
    void notAName(String name) {
        assertThatThrownBy(() -> GrpcMethodName.parse(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void emptyPackage() {
        assertThat(new GrpcMethodName("", "Service", "Method")).hasToString("Service/Method");
    }
}
