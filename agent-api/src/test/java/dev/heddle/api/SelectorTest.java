package dev.heddle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {
    private static final String POLL = "temporal.api.workflowservice.v1.WorkflowService/PollWorkflowTaskQueue";

    private static Operation operation(Category category, String name) {
        return Operation.of(category, name, true);
    }

    @Test
    void aCategorySelectsItsOperationsAndNoOthers() {
        for (Category category : Category.values()) {
            boolean client = category == Category.CLIENT;
            assertThat(Selector.CLIENT.selects(operation(category, "start"))).isEqualTo(client);
            assertThat(Selector.ALL.selects(Operation.of(category, "start", false)))
                    .isTrue();
        }
    }

    @Test
    void aDirectionSelectsWhatCarriesHeaders() {
        for (Category category : Category.values()) {
            assertThat(Selector.INBOUND.selects(operation(category, "x"))).isEqualTo(category.inbound());
            assertThat(Selector.OUTBOUND.selects(operation(category, "x"))).isEqualTo(category.outbound());
            assertThat(Selector.INBOUND.selects(Operation.of(category, "x", false)))
                    .isFalse();
            assertThat(Selector.OUTBOUND.selects(Operation.of(category, "x", false)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "start,              start,               true",
        "start,              signalWithStart,     false",
        "*WithStart,         signalWithStart,     true",
        "s*t*t,              start,               true",
        "s*t*t,              stat,                true",
        "s*t*t,              sta,                 false",
        "*,                  start,               true",
        "st,                 start,               false",
        "start*,             start,               true",
        "orders.*,           orders.Orders/Place, true",
        "orders.*,           reorders.Orders/Ask, false",
        "orders.Orders/*,    orders.Orders/Place, true",
        "orders.*/Place,     orders.Orders/Place, true",
        "*/Place,            orders.Orders/Ask,   false"
    })
    void patterns(String pattern, String name, boolean matches) {
        Operation operation = operation(Category.GRPC_CLIENT, name);
        assertThat(Selector.GRPC_CLIENT.only(pattern).selects(operation)).isEqualTo(matches);
        assertThat(Selector.GRPC_CLIENT.except(pattern).selects(operation)).isNotEqualTo(matches);
        assertThat(Selector.GRPC_CLIENT.only("*").except("none", pattern).selects(operation))
                .isNotEqualTo(matches);
    }

    @Test
    void whatTemporalSaysToItsServerIsForWhoNamesItOrAcceptsIt() {
        Operation poll = operation(Category.GRPC_CLIENT, POLL);
        assertThat(List.of(
                        Selector.ALL,
                        Selector.OUTBOUND,
                        Selector.GRPC_CLIENT,
                        Selector.GRPC_CLIENT.only("*"),
                        Selector.GRPC_CLIENT.only("t*", "*/PollWorkflowTaskQueue"),
                        Selector.GRPC_CLIENT.except("orders.*")))
                .noneMatch(selector -> selector.selects(poll));
        assertThat(List.of(
                        Selector.ALL.matching(operation -> true),
                        Selector.GRPC_CLIENT.only(POLL),
                        Selector.GRPC_CLIENT.only("orders.*", "temporal.api.*")))
                .allMatch(selector -> selector.selects(poll));
    }

    @Test
    void predicatesOfOperationsAddUp() {
        Selector<WorkflowCall> both = Selector.WORKFLOW_OUTBOUND
                .matching(operation -> operation.name().startsWith("execute"))
                .matching(operation -> operation.name().endsWith("Activity"));
        assertThat(both.selects(operation(Category.WORKFLOW_OUTBOUND, "executeActivity")))
                .isTrue();
        assertThat(both.selects(operation(Category.WORKFLOW_OUTBOUND, "executeChildWorkflow")))
                .isFalse();
        assertThat(both.selects(operation(Category.WORKFLOW_OUTBOUND, "startActivity")))
                .isFalse();
        assertThat(both.selects(operation(Category.CLIENT, "executeActivity"))).isFalse();
    }

    @Test
    void conditionsOfCallsAddUpAndSelectNoOperation() {
        Selector<Call> none = Selector.ALL.where(call -> true).where(call -> false);
        assertThat(none.selects(operation(Category.CLIENT, "start"))).isTrue();
        assertThat(none.condition()).isNotNull().rejects((Call) null);
        assertThat(Selector.ALL.where(call -> true).condition()).isNotNull().accepts((Call) null);
        assertThat(Selector.ALL.condition()).isNull();
    }

    @Test
    void itsWordsAreThoseOfTheLog() {
        assertThat(Selector.INBOUND).hasToString("inbound");
        assertThat(Selector.WORKFLOW_INBOUND.only("handleQuery", "handleSignal"))
                .hasToString("workflow inbound (handleQuery handleSignal)");
        assertThat(Selector.CLIENT.except("describe")).hasToString("client except (describe)");
        assertThat(Selector.CLIENT.only("start").where(call -> true)).hasToString("client (start), chosen");
        assertThat(Selector.CLIENT.only("a").except("b").patterns()).containsExactly("a", "b");
        assertThat(Selector.NEXUS_INBOUND.categories()).containsExactly(Category.NEXUS_INBOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEmptyPatternIsAMistake(String pattern) {
        assertThatThrownBy(() -> Selector.CLIENT.only(pattern)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Selector.CLIENT.except(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noPatternIsAMistakeAndSoIsASecondList() {
        assertThatThrownBy(() -> Selector.CLIENT.only()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Selector.CLIENT.only("start").only("signal"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("start");
    }

    @Test
    void categoriesAreKnownByName() {
        for (Category category : Category.values()) {
            assertThat(Category.of(category.name())).isSameAs(category);
        }
        assertThat(Category.of("WORKFLOW_INBOUND")).isSameAs(Category.WORKFLOW_INBOUND);
        assertThatThrownBy(() -> Category.of("workflows")).hasMessageContaining("workflow inbound");
    }
}
