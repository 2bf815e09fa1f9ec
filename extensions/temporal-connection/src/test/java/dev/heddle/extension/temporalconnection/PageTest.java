package dev.heddle.extension.temporalconnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        FakeSettings settings = new FakeSettings("temporal-connection", Map.of());
        assertThatThrownBy(() ->
                        FakeInterceptors.of(settings, new TemporalConnection(Map.of("XDG_CONFIG_HOME", "/nowhere"))))
                .hasMessageContaining("nothing says where to connect");
        assertThat(SettingsTable.names(Path.of("README.md"))).containsExactlyInAnyOrderElementsOf(settings.asked());
    }
}
