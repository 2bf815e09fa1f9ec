package dev.heddle.extension.contextpropagation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.testing.fake.FakeInterceptors;
import dev.heddle.testing.fake.FakeSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of this extension has a row for each setting, and none that does not exist. */
class PageTest {
    @Test
    void theTableHasEachSetting() throws Exception {
        FakeSettings settings = new FakeSettings("context-propagation", Map.of());
        FakeInterceptors.of(settings, new ContextPropagation());
        String page = Files.readString(Path.of("README.md"));
        String table = page.substring(page.indexOf("| Setting")).split("\n\n")[0];
        List<String> named = table.lines()
                .skip(2)
                .map(row -> row.split("\\|")[1])
                .flatMap(cell -> Pattern.compile("`([^`]+)`").matcher(cell).results())
                .map((MatchResult code) -> code.group(1))
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(settings.asked());
    }
}
