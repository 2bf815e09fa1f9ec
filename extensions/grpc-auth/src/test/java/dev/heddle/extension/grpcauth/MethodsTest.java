package dev.heddle.extension.grpcauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodsTest {
    @ParameterizedTest
    @CsvSource({
        "*, acme.Orders/Place, true",
        "acme.Orders, acme.Orders/Place, true",
        "acme.Orders, acme.OrdersArchive/Place, false",
        "acme.Orders/*, acme.Orders/Place, true",
        "/acme.Orders/Place, acme.Orders/Place, true",
        "acme.Orders/Place, acme.Orders/PlaceAll, false",
        "acme.*, acme.Orders/Place, true",
        "acme.*, acme.v1.Orders/Place, true",
        "acme.*, acmebank.Orders/Place, false",
        "Orders, Orders/Place, true",
    })
    void patterns(String pattern, String method, boolean included) {
        assertThat(new Methods(List.of(pattern), List.of()).include(method)).isEqualTo(included);
        assertThat(new Methods(List.of("*"), List.of(pattern)).include(method)).isNotEqualTo(included);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a b", "a//b", "acme*", "acme.Orders/", "**", "a/b/c"})
    void unfit(String pattern) {
        assertThatThrownBy(() -> new Methods(List.of(pattern), List.of())).hasMessageContaining("'" + pattern + "'");
    }

    @Test
    void nothing() {
        assertThatThrownBy(() -> new Methods(List.of(), List.of())).hasMessageContaining("empty");
    }
}
