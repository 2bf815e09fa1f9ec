package dev.heddle.extension.opentelemetrytracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.testing.fake.FakeInterceptors;
import dev.heddle.testing.fake.FakeSettings;
import dev.heddle.testing.fake.SettingsTable;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of this extension has a row for each setting, and none that does not exist. */
class PageTest {
    @Test
    void theTableHasEachSetting() throws Exception {
        FakeSettings settings = new FakeSettings("opentelemetry-tracing", Map.of());
        OpentelemetryTracing tracing = new OpentelemetryTracing();
        FakeInterceptors.of(settings, tracing);
        tracing.close();
        assertThat(SettingsTable.names(Path.of("README.md"))).containsExactlyInAnyOrderElementsOf(settings.asked());
    }
}
