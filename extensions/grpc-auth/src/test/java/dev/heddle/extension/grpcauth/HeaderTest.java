package dev.heddle.extension.grpcauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {
    @Test
    void valueAndBack() {
        assertThat(new Header("authorization", "").value("a b")).isEqualTo("a b");
        assertThat(new Header("authorization", "").token("a b")).isEqualTo("a b");
        assertThat(new Header("authorization", "Bearer").value("a")).isEqualTo("Bearer a");
        assertThat(new Header("authorization", "Bearer").token("bEARER  a")).isEqualTo("a");
        assertThat(new Header("X-Key-bin", "").name()).isEqualTo("x-key-bin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Bearer", "Bearera", "Basic a"})
    void otherSchemes(String value) {
        assertThat(new Header("authorization", "Bearer").token(value)).isNull();
    }

    @Test
    void noHeader() {
        assertThat(new Header("authorization", "").token(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", ":path", "grpc-timeout", "\u00e9"})
    void unfitNames(String name) {
        assertThatThrownBy(() -> new Header(name, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
