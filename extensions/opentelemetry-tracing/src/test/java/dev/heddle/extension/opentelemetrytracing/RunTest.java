package dev.heddle.extension.opentelemetrytracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Category;
import dev.heddle.api.Selector;
import dev.heddle.testing.fake.FakeCall;
import dev.heddle.testing.fake.FakeInterceptors;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The IDs of a run are published, so they do not change. */
class RunTest {
    private static FakeCall call() {
        return FakeCall.of(Category.WORKFLOW_INBOUND, "execute")
                .with("namespace", "default")
                .with("workflowId", "order-17")
                .with("runId", "run-1");
    }

    private static List<String> ids(FakeCall call, String... names) throws Throwable {
        List<String> ids = new ArrayList<>();
        FakeInterceptors interceptors = FakeInterceptors.of(
                (register, settings) -> register.on(Selector.WORKFLOW_INBOUND, each -> {
                    Run run = Run.of(each, new Ids());
                    ids.add(run.traceId());
                    for (String name : names) {
                        ids.add(run.nextId(name));
                    }
                    return each.proceed();
                }),
                Map.of());
        call.through(interceptors, arguments -> null);
        return ids;
    }

    private static String hash(String text, int characters) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes("UTF-8"));
        return HexFormat.of().formatHex(hash).substring(0, characters);
    }

    @Test
    void theyAreHashesOfTheRunAndThePosition() throws Throwable {
        String run = "heddle-1/default/order-17/run-1";
        assertThat(ids(call(), "StartActivity:Pack", "HandleSignal:ship", "StartActivity:Pack"))
                .containsExactly(
                        hash(run, 32),
                        hash(run + "/StartActivity:Pack/0", 16),
                        hash(run + "/HandleSignal:ship/0", 16),
                        hash(run + "/StartActivity:Pack/1", 16));
    }

    @Test
    void theCallsOfARunCountTogether() throws Throwable {
        FakeCall first = call();
        ids(first, "StartActivity:Pack");
        assertThat(ids(call().ofTheCallerOf(first), "StartActivity:Pack").get(1))
                .isEqualTo(hash("heddle-1/default/order-17/run-1/StartActivity:Pack/1", 16));
    }
}
