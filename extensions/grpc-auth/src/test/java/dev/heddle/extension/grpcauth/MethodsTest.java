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
        assertThat(new Methods(List.of(pattern), List.of(), List.of()).include(method))
                .isEqualTo(included);
        assertThat(new Methods(List.of("*"), List.of(pattern), List.of()).include(method))
                .isNotEqualTo(included);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a b", "a//b", "acme*", "acme.Orders/", "**", "a/b/c"})
    void unfit(String pattern) {
        assertThatThrownBy(() -> new Methods(List.of(pattern), List.of(), List.of()))
                .hasMessageContaining("'" + pattern + "'");
    }

    @Test
    void nothing() {
        assertThatThrownBy(() -> new Methods(List.of(), List.of(), List.of())).hasMessageContaining("empty");
    }

    @Test
    void knowsWhatHasMatchedNothing() {
        Methods methods = new Methods(List.of("acme.Orders", "acme.Stok"), List.of("acme.Orders/Peek"), List.of());
        assertThat(methods.include("acme.Orders/Place")).isTrue();
        assertThat(methods.unmatchedOnly()).extracting(MethodPattern::toString).containsExactly("acme.Stok");
        assertThat(methods.unmatchedExcept()).hasSize(1);
        assertThat(methods.include("acme.Orders/Peek")).isFalse();
        assertThat(methods.unmatchedExcept()).isEmpty();
    }

    @Test
    void sayWhatTheyAre() {
        assertThat(new Methods(List.of("*"), List.of(), List.of("grpc.health.v1.Health/Check")))
                .hasToString("every method (exempt: grpc.health.v1.Health/Check)");
        assertThat(new Methods(List.of("acme.Orders", "acme.Stock"), List.of("acme.Stock/Peek"), List.of()))
                .hasToString("acme.Orders, acme.Stock but not acme.Stock/Peek (exempt: nothing)");
    }
}
