package dev.heddle.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static Chain of(Category category, Link... links) {
        return new Chain(Operation.of(category, "any", true), List.of(links));
    }

    @Test
    void aWorkflowsCallsStayOnTheirThread() {
        for (Category category : Category.values()) {
            assertThat(of(category).confined())
                    .as(category.toString())
                    .isEqualTo(category == Category.WORKFLOW_INBOUND || category == Category.WORKFLOW_OUTBOUND);
        }
        assertThat(new Chain(null, List.of()).confined()).isFalse();
    }

    @Test
    void isEmptyWithoutInterceptors() {
        Link link = new Link(new ExtensionHealth("test", false, 1), call -> null);
        assertThat(of(Category.CLIENT).isEmpty()).isTrue();
        assertThat(of(Category.CLIENT, link).isEmpty()).isFalse();
        assertThat(of(Category.CLIENT, link).size()).isEqualTo(1);
        assertThat(of(Category.CLIENT, link).link(0)).isSameAs(link);
    }
}
