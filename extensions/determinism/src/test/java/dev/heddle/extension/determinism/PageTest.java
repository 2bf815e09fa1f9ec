package dev.heddle.extension.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.testing.fake.FakeInterceptors;
import dev.heddle.testing.fake.FakeSettings;
import dev.heddle.testing.fake.SettingsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of this extension has a row for each setting, none that does not exist, and each reason to read no code. */
class PageTest {
    private static final Path PAGE = Path.of("README.md");

    @Test
    void theTableHasEachSetting() throws Exception {
        FakeSettings settings = new FakeSettings("determinism", Map.of());
        FakeInterceptors.of(settings, new Determinism());
        assertThat(SettingsTable.names(PAGE)).containsExactlyInAnyOrderElementsOf(settings.asked());
    }

    @Test
    void whatIsNotReadHasItsReason() {
        Resource.read("libraries.txt").forEach((heading, lines) -> {
            String reason = heading.substring(2, heading.length() - 1);
            assertThat(PAGE).content().contains(reason);
            for (String line : lines) {
                for (String start : line.split(" ")) {
                    assertThat(PAGE).content().contains('`' + start.substring(0, start.length() - 1) + '`');
                }
            }
        });
    }

    @Test
    void theExampleIsALineThatComesOut() throws Exception {
        Finding finding = new Finding(
                new dev.heddle.api.CodeSite(
                        "acme.shop.WrongOrder", "lambda$new$0", 17, "java.lang.System", "currentTimeMillis", "()J"),
                Rule.TIME,
                new WatchedCalls().of(Rule.TIME).instead(),
                "Order",
                null);
        assertThat(Files.readString(PAGE)).contains("extension determinism: " + finding);
    }
}
