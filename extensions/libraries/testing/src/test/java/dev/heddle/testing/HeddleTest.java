package dev.heddle.testing;

import static dev.heddle.api.Selector.ACTIVITY_INBOUND;
import static dev.heddle.api.Selector.CLIENT;
import static dev.heddle.api.Selector.OUTBOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Category;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.RefusedException;
import dev.heddle.api.Settings;
import io.temporal.client.WorkflowFailedException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HeddleTest {
    private final List<String> log = new CopyOnWriteArrayList<>();

    @RegisterExtension
    final Heddle heddle = Heddle.with(new Tenant())
            .setting("tenant", "acme, inc = us")
            .and((interceptors, settings) -> interceptors.on(CLIENT.only("start"), call -> {
                log.add("second " + call.headers().get("tenant"));
                return call.proceed();
            }))
            .named("second")
            .and(new First(log));

    /** Sends a header, and refuses who is nobody. */
    static final class Tenant implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            String tenant = settings.get("tenant", "none");
            interceptors
                    .on(OUTBOUND, call -> {
                        call.headers().put("tenant", tenant);
                        return call.proceed();
                    })
                    .on(ACTIVITY_INBOUND, call -> {
                        switch (String.valueOf(call.argument(0))) {
                            case "nobody" -> throw new RefusedException("who is nobody?");
                            case "accident" -> throw new IllegalStateException("slipped");
                            case "everybody" -> call.setArgument(0, "all");
                            default -> {}
                        }
                        return call.proceed();
                    });
        }
    }

    /** Stands before the others by its order. */
    private record First(List<String> log) implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors.on(CLIENT.only("start"), call -> {
                log.add("first " + call.headers().get("tenant"));
                return call.proceed();
            });
        }

        @Override
        public int order() {
            return -1;
        }
    }

    @Test
    void theOrderIsTheAgents() {
        assertThat(Greetings.greet(heddle, "Ada")).isEqualTo("hello Ada");
        assertThat(log).containsExactly("first null", "second acme, inc = us");
    }

    @Test
    void callsAreRecorded() {
        Greetings.greet(heddle, "everybody");

        RecordedCall activity = heddle.calls().in(Category.ACTIVITY_INBOUND).first();
        assertThat(activity.name()).isEqualTo("Hello");
        assertThat(activity.namespace()).isEqualTo(heddle.temporal().namespace());
        assertThat(activity.arguments()).containsExactly("all");
        assertThat(activity.headers()).containsEntry("tenant", "acme, inc = us");
        assertThat(activity.arrived()).isTrue();
        assertThat(activity.result()).isEqualTo("hello all");
        RecordedCall outbound = heddle.calls().named("executeActivity").first();
        assertThat(outbound.result()).isEqualTo("hello all");
        assertThat(outbound.workflowId()).isEqualTo(activity.workflowId());
        assertThat(heddle.calls().of("Greeting").named("start")).hasSize(1);
        assertThat(heddle.calls().ofWorkflow(activity.workflowId()).named("execute"))
                .extracting(RecordedCall::category)
                .containsExactly(Category.WORKFLOW_INBOUND, Category.ACTIVITY_INBOUND);
    }

    @Test
    void aRefusalReachesTheCallerAndIsNoAccident() {
        assertThatThrownBy(() -> Greetings.greet(heddle, "nobody"))
                .isInstanceOf(WorkflowFailedException.class)
                .hasRootCauseMessage(
                        "message='who is nobody?', type='dev.heddle.api.RefusedException', " + "nonRetryable=true");
        RecordedCall refused = heddle.calls().in(Category.ACTIVITY_INBOUND).first();
        assertThat(refused.arrived()).isFalse();
        assertThat(refused.failure()).hasMessageContaining("who is nobody?");
        assertThatThrownBy(refused::result).isInstanceOf(AssertionError.class);
        assertThat(heddle.takeAccidents()).isEmpty();
    }

    @Test
    void anAccidentIsContainedAndTold() {
        assertThat(Greetings.greet(heddle, "accident")).isEqualTo("hello accident");
        assertThat(heddle.takeAccidents()).singleElement().satisfies(accident -> {
            assertThat(accident.extension()).isEqualTo("tenant");
            assertThat(accident.operation().category()).isEqualTo(Category.ACTIVITY_INBOUND);
            assertThat(accident.failure()).hasMessage("slipped");
        });
    }

    @Test
    void heartbeatsOfAnActivityAloneAreVisible() {
        Greetings.Greeter greeter = heddle.activities()
                .implementations(new Greetings.PoliteGreeter())
                .activity(Greetings.Greeter.class);
        assertThat(greeter.hello("Ada")).isEqualTo("hello Ada");
        assertThat(heddle.activities().heartbeats()).containsExactly("greeting Ada", "greeted Ada");
    }

    @Test
    void whatAWorkflowAsksPastTheSdksChainIsRecordedToo() {
        Greetings.greet(heddle, "Ada");
        assertThat(heddle.calls().in(Category.WORKFLOW_OUTBOUND).named("randomUUID"))
                .hasSize(1);
    }
}
