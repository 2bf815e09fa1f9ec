package dev.heddle.testing.fake;

import static dev.heddle.api.Selector.ACTIVITY_INBOUND;
import static dev.heddle.api.Selector.CLIENT;
import static dev.heddle.api.Selector.GRPC_CLIENT;
import static dev.heddle.api.Selector.GRPC_SERVER;
import static dev.heddle.api.Selector.WORKFLOW_INBOUND;
import static dev.heddle.api.Selector.WORKFLOW_OUTBOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Attribute;
import dev.heddle.api.Category;
import dev.heddle.api.Extension;
import dev.heddle.api.GrpcMethodType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** The fakes keep the promises of the API. */
class FakeCallTest {
    private static final String METHOD = "orders.Front/Place";

    private static FakeInterceptors of(Extension extension) throws Exception {
        return FakeInterceptors.of(extension, Map.of());
    }

    @Test
    void aCallGoesOnOnce() throws Exception {
        FakeInterceptors twice = of((interceptors, settings) -> interceptors.on(CLIENT, call -> {
            call.proceed();
            return call.proceed();
        }));
        assertThatThrownBy(() -> FakeCall.of(Category.CLIENT, "start").through(twice, none -> "run"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aWorkflowGoesOnFromItsOwnThread() throws Exception {
        FakeInterceptors elsewhere = of((interceptors, settings) -> interceptors.on(
                WORKFLOW_INBOUND,
                call -> CompletableFuture.supplyAsync(() -> {
                            try {
                                return call.proceed();
                            } catch (Throwable thrown) {
                                throw new IllegalArgumentException(thrown);
                            }
                        })
                        .get()));
        assertThatThrownBy(
                        () -> FakeCall.of(Category.WORKFLOW_INBOUND, "execute").through(elsewhere, none -> "done"))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aConditionChoosesCalls() throws Throwable {
        FakeInterceptors retries = of((interceptors, settings) ->
                interceptors.on(ACTIVITY_INBOUND.where(call -> call.attempt() > 1), call -> "again"));
        FakeCall activity = FakeCall.of(Category.ACTIVITY_INBOUND, "execute");
        assertThat(activity.through(retries, none -> "done")).isEqualTo("done");
        assertThat(activity.with("attempt", 2).through(retries, none -> "done")).isEqualTo("again");
    }

    @Test
    void theCallsOfOneCallerShareAttributes() throws Throwable {
        Attribute<String> tenant = Attribute.named("tenant");
        FakeInterceptors carry = of((interceptors, settings) -> interceptors
                .on(WORKFLOW_INBOUND, call -> {
                    call.set(tenant, call.headers().get("tenant"));
                    return call.proceed();
                })
                .on(WORKFLOW_OUTBOUND, call -> call.get(tenant)));
        FakeCall workflow = FakeCall.of(Category.WORKFLOW_INBOUND, "execute").header("tenant", "acme");
        FakeCall activity =
                FakeCall.of(Category.WORKFLOW_OUTBOUND, "executeActivity").ofTheCallerOf(workflow);
        workflow.through(carry, none -> null);
        assertThat(workflow.get(tenant)).isEqualTo("acme");
        assertThat(activity.through(carry, none -> null)).isEqualTo("acme");
        assertThat(FakeCall.of(Category.WORKFLOW_OUTBOUND, "executeActivity").through(carry, none -> null))
                .isNull();
    }

    @Test
    void argumentsAreReplaced() throws Throwable {
        FakeInterceptors doubled = of((interceptors, settings) -> interceptors.on(CLIENT, call -> {
            call.setArgument(0, call.argument(0) + "!");
            return call.proceed();
        }));
        assertThat(FakeCall.of(Category.CLIENT, "query").arguments("who").through(doubled, those -> those[0]))
                .isEqualTo("who!");
    }

    @Test
    void aRequestIsThereWhenSomebodyAsks() throws Throwable {
        List<Object> seen = new ArrayList<>();
        FakeInterceptors look = of((interceptors, settings) -> interceptors
                .on(GRPC_SERVER, call -> {
                    seen.add(call.argument(0));
                    return call.proceed();
                })
                .onRequest(GRPC_SERVER, (call, request) -> {
                    seen.add(request);
                    return call.proceed();
                }));
        FakeCall call = FakeCall.of(Category.GRPC_SERVER, METHOD).arguments("an order");
        assertThat(call.through(look, those -> "done")).isEqualTo("done");
        call.with("methodType", GrpcMethodType.CLIENT_STREAMING).through(look, those -> "done");
        assertThat(seen).containsExactly(null, "an order", null, null);
    }

    @Test
    void aClientAsksAgainForAResponseThatHasFailed() throws Throwable {
        FakeInterceptors retry = of((interceptors, settings) ->
                interceptors.on(GRPC_CLIENT, call -> call.response().exceptionallyCompose(failed -> call.response())));
        List<Object> attempts = new ArrayList<>();
        Object answer = FakeCall.of(Category.GRPC_CLIENT, METHOD).through(retry, those -> {
            attempts.add(those);
            return attempts.size() == 1 ? CompletableFuture.failedFuture(new IllegalStateException()) : "done";
        });
        assertThat(answer).isEqualTo("done");
        assertThat(attempts).hasSize(2);
    }

    @Test
    void aServersHandlerRunsOnce() throws Exception {
        FakeInterceptors retry = of((interceptors, settings) ->
                interceptors.on(GRPC_SERVER, call -> call.response().exceptionallyCompose(failed -> call.response())));
        assertThatThrownBy(() -> FakeCall.of(Category.GRPC_SERVER, METHOD).through(retry, those -> {
                    throw new IllegalArgumentException();
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theApplicationsCallIsSetAndReplaced() throws Throwable {
        FakeInterceptors change = of((interceptors, settings) -> interceptors.on(GRPC_CLIENT, call -> {
            call.setTimeout(Duration.ofSeconds(1));
            call.replace(StringBuilder.class, new StringBuilder("new"));
            assertThat(call.timeRemaining()).isEqualTo(Duration.ofSeconds(1));
            assertThat(call.unwrap(Integer.class)).isNull();
            return call.unwrap(StringBuilder.class).toString();
        }));
        assertThat(FakeCall.of(Category.GRPC_CLIENT, METHOD)
                        .object(new StringBuilder("old"))
                        .through(change, none -> null))
                .isEqualTo("new");
    }

    @Test
    void accessorsKeepTheirContract() throws Throwable {
        FakeInterceptors look = of((interceptors, settings) -> interceptors.on(ACTIVITY_INBOUND, call -> {
            assertThat(call.startedAt()).isNotNull();
            assertThat(call.willRetry(new IllegalStateException())).isEqualTo(Optional.empty());
            assertThat(call.headers().writable()).isFalse();
            assertThat(call.headers().putIfWritable("tenant", "acme")).isFalse();
            return call.proceed();
        }));
        FakeCall.of(Category.ACTIVITY_INBOUND, "execute").through(look, none -> null);
    }

    @Test
    void grpcCarriesTextsAndBytes() {
        FakeCall call = FakeCall.of(Category.GRPC_CLIENT, METHOD);
        call.headers().put("number", 7);
        assertThat(call.headers().get("number")).isEqualTo("7");
        assertThat(FakeCall.of(Category.CLIENT, "describe")
                        .withoutHeaders()
                        .headers()
                        .writable())
                .isFalse();
    }

    @Test
    void anUnknownSettingFailsTheTest() {
        assertThatThrownBy(() -> FakeInterceptors.of(
                        (interceptors, settings) -> settings.get("limit"), Map.of("limit", "1", "limt", "2")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[limt]");
    }

    @Test
    void settingsAreReadAndCheckedAsTheAgentDoes() {
        FakeSettings settings = new FakeSettings("slow", Map.of("limit", " 250ms ", "days", "2d", "on", "yes"));
        assertThat(settings.get("limit", Duration.ZERO)).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.get("days", Duration.ZERO)).isEqualTo(Duration.ofDays(2));
        assertThat(settings.hasAny("lim")).isTrue();
        assertThat(settings.hasAny("lim", "limit")).isFalse();
        assertThat(settings.hasAny("client.")).isFalse();
        assertThatThrownBy(() -> settings.get("on", true))
                .hasMessage("heddle.extension.slow.on is 'yes' and should be true or false");
        settings.logger().log(System.Logger.Level.WARNING, "{0} is slow", "it");
        assertThat(settings.log()).containsExactly("WARNING: it is slow");
    }
}
