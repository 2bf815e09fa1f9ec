package dev.heddle.test.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import dev.heddle.testing.Heddle;
import io.temporal.testing.TestActivityEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a guard's codec could not be prepared nothing is made that would send in plain. */
class RefusedCodecTest {
    /** Fails when it has registered its codec. */
    private static final class Failing implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors.codec(new Marking("never"));
            throw new IllegalStateException("no key");
        }

        @Override
        public boolean failClosed() {
            return true;
        }
    }

    @RegisterExtension
    final Heddle heddle = Heddle.with(new Failing());

    @Test
    void noClientIsMade() {
        assertThatThrownBy(() -> heddle.temporal().client())
                .hasStackTraceContaining("the guard failing encodes payloads and could not be registered");
        assertThat(heddle.takeAccidents()).hasSize(1);
    }

    @Test
    void noEnvironmentForActivitiesIsMade() {
        assertThatThrownBy(TestActivityEnvironment::newInstance)
                .hasStackTraceContaining("the guard failing encodes payloads and could not be registered");
        assertThat(heddle.takeAccidents()).hasSize(1);
    }
}
