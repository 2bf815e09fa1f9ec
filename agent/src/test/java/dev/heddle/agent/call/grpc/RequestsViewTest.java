package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Attribute;
import dev.heddle.api.Category;
import dev.heddle.api.GrpcMethodType;
import dev.heddle.api.GrpcServerCall;
import io.grpc.MethodDescriptor.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What interceptors see of a call's method, its requests and each other. */
class RequestsViewTest {
    private static final Attribute<String> ATTRIBUTE = Attribute.named("attribute");

    private final CompletableFuture<Object> gate = new CompletableFuture<>();
    private final List<GrpcServerCall> views = new ArrayList<>();

    private Object wait(GrpcServerCall call) {
        views.add(call);
        return gate.thenApply(go -> call.proceed());
    }

    /** Has the request, and waits. */
    private Object waitWithTheRequest(GrpcServerCall call) {
        views.add(call);
        return call.request().thenCombine(gate, (request, go) -> call.proceed());
    }

    private Object note(GrpcServerCall call) {
        views.add(call);
        return call.proceed();
    }

    @Test
    void theMethod() {
        PlayedServerCall.of(MethodType.CLIENT_STREAMING, this::note);
        GrpcServerCall view = views.get(0);
        assertThat(view.name()).isEqualTo("a.Service/Method");
        assertThat(view.operation().category()).isEqualTo(Category.GRPC_SERVER);
        assertThat(view.operation().name()).isEqualTo(view.name());
        assertThat(view.methodName().method()).isEqualTo("Method");
        assertThat(view.methodType()).isEqualTo(GrpcMethodType.CLIENT_STREAMING);
        PlayedServerCall.of(MethodType.UNARY, this::note);
        PlayedServerCall.of(MethodType.SERVER_STREAMING, this::note);
        PlayedServerCall.of(MethodType.BIDI_STREAMING, this::note);
        assertThat(views.subList(1, 4))
                .extracting(GrpcServerCall::methodType)
                .containsExactly(GrpcMethodType.UNARY, GrpcMethodType.SERVER_STREAMING, GrpcMethodType.BIDI_STREAMING);
    }

    @Test
    void theViewsOfOneCallAreEqual() {
        PlayedServerCall.unary(this::note, this::note);
        PlayedServerCall.unary(this::note);
        GrpcServerCall outer = views.get(0);
        GrpcServerCall inner = views.get(1);
        assertThat(inner).isEqualTo(outer).isNotSameAs(outer).hasSameHashCodeAs(outer);
        assertThat(outer.hashCode()).isEqualTo(System.identityHashCode(outer));
        assertThat(outer).isNotEqualTo(views.get(2)).isNotEqualTo("call");
    }

    @Test
    void theyShareTheCallsValues() {
        PlayedServerCall.unary(this::note, this::note);
        GrpcServerCall inner = views.get(1);
        assertThat(inner.get(ATTRIBUTE)).isNull();
        inner.set(ATTRIBUTE, "foo");
        assertThat(views.get(0).get(ATTRIBUTE)).isEqualTo("foo");
        assertThat(inner.get(ATTRIBUTE)).isEqualTo("foo");
    }

    @Test
    void nothingIsWatchedByNobody() {
        PlayedServerCall.unary(this::wait);
        assertThatThrownBy(() -> views.get(0).events(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> views.get(0).onCompletion(null)).isInstanceOf(NullPointerException.class);
    }

    // Requests.

    @Test
    void whatOneHasAskedForTheNextHasToo() {
        List<Object> seen = new ArrayList<>();
        PlayedServerCall played = PlayedServerCall.unary(
                call -> call.request().thenApply(request -> {
                    seen.add(request);
                    return call.proceed();
                }),
                call -> {
                    seen.addAll(call.arguments());
                    call.request().thenAccept(seen::add);
                    call.requests().thenAccept(seen::add);
                    return call.proceed();
                });
        played.library.onMessage("foo");
        assertThat(seen).containsExactly("foo", "foo", "foo");
        assertThat(played.done).as("is asked for once").containsExactly("request 1");
        played.library.onHalfClose();
        assertThat(seen).endsWith(List.of("foo"));
        assertThat(played.accidents).isEmpty();
    }

    @Test
    void ofAStreamThereIsNoOneRequest() {
        PlayedServerCall.of(MethodType.BIDI_STREAMING, this::wait);
        GrpcServerCall view = views.get(0);
        assertThatThrownBy(view::request)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("see requests()");
        assertThat(view.arguments()).isEmpty();
        assertThat(view.requests()).isNotNull();
    }

    @Test
    void whatMayHavePassedCannotBeAskedFor() {
        PlayedServerCall.of(MethodType.BIDI_STREAMING, this::note);
        assertThatThrownBy(() -> views.get(0).requests())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("requests may have passed");
    }

    @Test
    void anotherRequestCanTakeItsPlace() {
        PlayedServerCall played = PlayedServerCall.unary(this::waitWithTheRequest);
        played.library.onMessage("foo");
        GrpcServerCall view = views.get(0);
        assertThat(view.arguments()).containsExactly("foo");
        view.setArguments(List.of("mine"));
        assertThat(view.arguments()).containsExactly("mine");
        gate.complete(null);
        played.handler.request(1);
        assertThat(played.heard).containsExactly("message mine");
        assertThatThrownBy(() -> view.setArguments(List.of("late")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the call has gone on");
    }

    @Test
    void theNextSeesTheOneThatTookItsPlace() {
        PlayedServerCall played = PlayedServerCall.unary(
                call -> call.request().thenApply(request -> {
                    call.setArguments(List.of("mine"));
                    return call.proceed();
                }),
                this::note);
        played.library.onMessage("foo");
        assertThat(views.get(0).arguments()).containsExactly("mine");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        PlayedServerCall played = PlayedServerCall.unary(this::waitWithTheRequest);
        GrpcServerCall view = views.get(0);
        view.setArguments(List.of());
        assertThatThrownBy(() -> view.setArguments(List.of("early")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has 0 arguments here, not 1");
        played.library.onMessage("foo");
        assertThatThrownBy(() -> view.setArguments(List.of())).hasMessageContaining("has 1 arguments here, not 0");
        assertThatThrownBy(() -> view.setArguments(List.of(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("does not take a java.lang.Integer");
        assertThatThrownBy(() -> view.setArguments(Arrays.asList((Object) null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("does not take null");
        assertThat(view.arguments()).containsExactly("foo");
    }

    @Test
    void oneThatIsOnlyWatchedCannotBeReplaced() {
        PlayedServerCall played = PlayedServerCall.unary(
                call -> {
                    call.onCompletion((response, failure) -> {});
                    return call.proceed();
                },
                this::wait);
        played.library.onMessage("foo");
        GrpcServerCall view = views.get(0);
        assertThat(view.arguments()).containsExactly("foo");
        assertThatThrownBy(() -> view.setArguments(List.of("mine")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ask for it with request()");
    }
}
