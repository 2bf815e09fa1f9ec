package dev.heddle.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.TemporalCall;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void everyCallPassesOnce() {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (Probe probe = Probe.of(call -> call instanceof TemporalCall, call -> {
            seen.add(call.operation() + " " + call.name());
            return call.proceed();
        })) {
            assertThat(CustomerApplication.greet()).isEqualTo("hello world");
        }
        assertThat(seen)
                .contains("client start Greeting", "workflow inbound execute Greeting", "client getResult Greeting");
        assertThat(seen).doesNotHaveDuplicates();
    }
}
