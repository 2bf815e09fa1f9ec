package dev.heddle.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OwnFramesTest {
    private static final String ROOM = "dev.heddle.agent.call.temporal.";
    private static final String GRPC = "dev.heddle.agent.call.grpc.";
    private static final String CLIENT = GRPC + "client.";
    private static final String SERVER = GRPC + "server.";
    private static final String VIEW = "dev.heddle.agent.call.CallView";

    private static StackTraceElement frame(String classAndMethod) {
        int dot = classAndMethod.lastIndexOf('.');
        return new StackTraceElement(classAndMethod.substring(0, dot), classAndMethod.substring(dot + 1), "X.java", 1);
    }

    private static StackTraceElement[] frames(String... frames) {
        return Stream.of(frames).map(OwnFramesTest::frame).toArray(StackTraceElement[]::new);
    }

    @Test
    void aChainAndTheInterceptorsInItGo() {
        assertThat(OwnFrames.without(frames(
                        "app.Order.ship",
                        "sdk.Root.execute",
                        ROOM + "Adapter$ACTIVITY_INBOUND.arrive3",
                        ROOM + "Adapter$ACTIVITY_INBOUND.invoke",
                        ROOM + "InterceptedCall.arrive",
                        "dev.heddle.agent.call.ProceedingCall.proceed",
                        "ext.Audit.intercept",
                        VIEW + ".run",
                        ROOM + "InterceptedCall.run",
                        ROOM + "Adapter.call",
                        ROOM + "Adapter$ACTIVITY_INBOUND.execute",
                        "sdk.Worker.run")))
                .containsExactly(frames("app.Order.ship", "sdk.Root.execute", "sdk.Worker.run"));
    }

    @Test
    void whatLiesBetweenTwoChainsStays() {
        assertThat(OwnFrames.without(frames(
                        "sdk.Context.heartbeat",
                        ROOM + "Adapter$ACTIVITY_CONTEXT.arrive1",
                        "ext.Audit.intercept",
                        ROOM + "Adapter$ACTIVITY_CONTEXT.heartbeat",
                        "app.Order.ship",
                        ROOM + "ReadOnlyFunction$Condition.get",
                        "sdk.Await.evaluate",
                        ROOM + "Adapter$ACTIVITY_INBOUND.execute",
                        "sdk.Worker.run")))
                .containsExactly(
                        frames("sdk.Context.heartbeat", "app.Order.ship", "sdk.Await.evaluate", "sdk.Worker.run"));
    }

    @Test
    void aServersHandlerStandsOnWhatCallsTheAdapter() {
        assertThat(OwnFrames.without(frames(
                        "app.Orders.startCall",
                        SERVER + "ServerInterception.start",
                        SERVER + "ServerInterception.begin",
                        GRPC + "InterceptorTurn.goOn",
                        GRPC + "GrpcCallView.proceed",
                        "ext.Audit.intercept",
                        GRPC + "InterceptorTurn.enter",
                        SERVER + "ServerAdapter.interceptCall",
                        "io.grpc.ServerInterceptors$InterceptCallHandler.startCall",
                        "io.grpc.internal.ServerImpl.startCall")))
                .containsExactly(frames("app.Orders.startCall", "io.grpc.internal.ServerImpl.startCall"));
    }

    @Test
    void anApplicationsOwnInterceptorsStay() {
        String intercepted = "io.grpc.ServerInterceptors$InterceptCallHandler.startCall";
        assertThat(OwnFrames.without(frames(
                        "app.Orders.startCall",
                        intercepted,
                        "app.Login.interceptCall",
                        intercepted,
                        SERVER + "ServerAdapter.interceptCall",
                        intercepted,
                        "io.grpc.internal.ServerImpl.startCall")))
                .containsExactly(frames(
                        "app.Orders.startCall",
                        intercepted,
                        "app.Login.interceptCall",
                        intercepted,
                        "io.grpc.internal.ServerImpl.startCall"));
    }

    @Test
    void theLayersOfAClientsCallGo() {
        assertThat(OwnFrames.without(frames(
                        "stub.Observer.onClose",
                        CLIENT + "ClientListenerLayer.closed",
                        CLIENT + "ApplicationListener.closed",
                        CLIENT + "ClientListenerLayer.onClose",
                        CLIENT + "HeldResponse.pass",
                        CLIENT + "HeldEnd.reached",
                        GRPC + "ReadOnlyStage.bring",
                        "java.util.concurrent.CompletableFuture.complete",
                        "ext.Audit.lambda$intercept$0",
                        CLIENT + "HeldResponse.closed",
                        CLIENT + "ClientListenerLayer.onClose",
                        "io.grpc.internal.ClientCallImpl.closeObserver")))
                .containsExactly(frames("stub.Observer.onClose", "io.grpc.internal.ClientCallImpl.closeObserver"));
    }

    /** There is an interceptor below, and what has the name of a library's method is the view's. */
    @Test
    void whatAnInterceptorAsksForIsNoEntry() {
        assertThat(OwnFrames.without(frames(
                        "app.Orders.startCall",
                        SERVER + "ServerInterception.begin",
                        GRPC + "RequestsView.request",
                        "ext.Audit.intercept",
                        SERVER + "ServerAdapter.interceptCall",
                        "io.grpc.internal.ServerImpl.startCall")))
                .containsExactly(frames("app.Orders.startCall", "io.grpc.internal.ServerImpl.startCall"));
    }

    @Test
    void anExecutorThatBringsWhatWasHeldStays() {
        assertThat(OwnFrames.without(frames(
                        "app.Orders.onMessage",
                        SERVER + "LateHandler.give",
                        SERVER + "LateHandler.lambda$bringSoon$0",
                        "java.util.concurrent.ThreadPoolExecutor.runWorker")))
                .containsExactly(frames("app.Orders.onMessage", "java.util.concurrent.ThreadPoolExecutor.runWorker"));
    }

    @Test
    void causesAndWhatIsSuppressedAreCleaned() {
        Exception cause = new Exception();
        Exception outer = new Exception(cause);
        Exception suppressed = new Exception(outer);
        outer.addSuppressed(suppressed);
        for (Exception each : new Exception[] {cause, outer, suppressed}) {
            each.setStackTrace(frames("app.Order.ship", ROOM + "Adapter$WORKFLOW_INBOUND.execute"));
        }
        OwnFrames.remove(outer);
        for (Exception each : new Exception[] {cause, outer, suppressed}) {
            assertThat(each.getStackTrace()).containsExactly(frames("app.Order.ship"));
        }
    }
}
