package dev.heddle.extension.payloadstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.testing.fake.FakeInterceptors;
import dev.heddle.testing.fake.FakeSettings;
import dev.heddle.testing.fake.SettingsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The page of this extension has a row for each setting, and none that does not exist. */
class PageTest {
    @Test
    void theTableHasEachSetting() throws Exception {
        FakeSettings settings = new FakeSettings("payload-store", Map.of());
        assertThatThrownBy(() -> FakeInterceptors.of(settings, new PayloadStoring()))
                .hasMessageContaining("file.folder is not set");
        assertThatThrownBy(() -> new S3StoreProvider().open(settings)).hasMessageContaining("s3.bucket");
        FakeSettings s3 = new FakeSettings("payload-store", Map.of("s3.bucket", "abc", "s3.credentials-file", "none"));
        assertThatThrownBy(() -> new S3StoreProvider().open(s3)).isInstanceOf(IOException.class);
        Set<String> asked = new TreeSet<>(settings.asked());
        asked.addAll(s3.asked());
        assertThat(SettingsTable.names(Path.of("README.md"))).containsExactlyInAnyOrderElementsOf(asked);
    }
}
