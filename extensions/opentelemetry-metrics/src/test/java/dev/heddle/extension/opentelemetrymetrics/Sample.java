package dev.heddle.extension.opentelemetrymetrics;

import dev.heddle.api.Category;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.Payload;
import dev.heddle.testing.fake.FakeCall;
import dev.heddle.testing.fake.FakeInterceptors;
import java.lang.reflect.Proxy;
import java.time.Instant;

/** Calls by which each metric gets a value, all of a workflow of one type. */
final class Sample {
    private Sample() {}

    static void runThrough(FakeInterceptors metrics, String workflowType) throws Throwable {
        Instant now = Instant.now();
        of(Category.CLIENT, "start", workflowType).through(metrics, arguments -> null);
        of(Category.WORKFLOW_INBOUND, "execute", workflowType)
                .with("replaying", true)
                .through(metrics, arguments -> null);
        failing(of(Category.WORKFLOW_INBOUND, "execute", workflowType), metrics);
        of(Category.ACTIVITY_INBOUND, "execute", workflowType)
                .with("name", "Charge")
                .with("activityType", "Charge")
                .with("scheduledAt", now)
                .with("attemptScheduledAt", now)
                .with("startedAt", now)
                .through(metrics, arguments -> "charged");
        FakeCall sent = FakeCall.of(Category.GRPC_CLIENT, "bank.Bank/Debit").with("authority", "bank:443");
        sent.through(metrics, arguments -> ended(sent, GrpcStatus.Code.UNAVAILABLE));
        FakeCall received = FakeCall.of(Category.GRPC_SERVER, "orders.Front/Place");
        received.through(metrics, arguments -> ended(received, GrpcStatus.Code.OK));
        Payload payload = (Payload) Proxy.newProxyInstance(
                Payload.class.getClassLoader(), new Class<?>[] {Payload.class}, (proxy, method, none) -> 500);
        metrics.codecs().get(0).encode(payload);
    }

    static FakeCall of(Category category, String operation, String workflowType) {
        return FakeCall.of(category, operation)
                .with("workflowType", workflowType)
                .with("namespace", "default")
                .with("taskQueue", "orders")
                .with("workflowId", "order-17")
                .with("runId", "r1");
    }

    static void failing(FakeCall call, FakeInterceptors metrics) throws Throwable {
        IllegalStateException failure = new IllegalStateException("no stock");
        try {
            call.through(metrics, arguments -> {
                throw failure;
            });
        } catch (IllegalStateException same) {
            if (same != failure) {
                throw same;
            }
        }
    }

    static Object ended(FakeCall call, GrpcStatus.Code code) {
        for (GrpcEvents events : call.events()) {
            events.onClose(code.status(), null);
        }
        return "answer";
    }
}
