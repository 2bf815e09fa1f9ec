package dev.heddle.extension.payloadcodec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Payload;
import dev.heddle.testing.temporal.FakePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SizeGuardTest {
    private final List<String> log = new ArrayList<>();
    private final AtomicLong time = new AtomicLong();

    private static Payload ofBytes(int size) {
        return FakePayload.of("binary/plain", new byte[size]);
    }

    @Test
    void itWarnsOnceAMinuteAndRefuses() {
        SizeGuard guard = new SizeGuard(1000, 2000, log::add, time::get);
        guard.check(ofBytes(900));
        assertThat(log).isEmpty();
        guard.check(ofBytes(1500));
        guard.check(ofBytes(1500));
        assertThat(log).hasSize(1);
        time.addAndGet(61_000_000_000L);
        guard.check(ofBytes(1500));
        assertThat(log).hasSize(2).last().asString().contains("after 1 large ones more", "from 2000 bytes on");
        assertThatThrownBy(() -> guard.check(ofBytes(2500)))
                .isInstanceOf(PayloadException.class)
                .hasMessageContaining("size.refuse is 2000");
    }

    @Test
    void zeroIsNever() {
        SizeGuard guard = new SizeGuard(0, 0, log::add, time::get);
        Payload large = ofBytes(5 << 20);
        assertThat(guard.check(large)).isSameAs(large);
        assertThat(log).isEmpty();
    }
}
