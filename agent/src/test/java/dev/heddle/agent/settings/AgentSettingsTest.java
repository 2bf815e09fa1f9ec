package dev.heddle.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The agent's own settings, as they are known and as its page has them. */
class AgentSettingsTest {
    @Test
    void thePageHasARowForEach() throws IOException {
        List<String> rows = Files.readString(Path.of("README.md"))
                .lines()
                .filter(line -> line.startsWith("| `heddle.") && !line.startsWith("| `heddle.extension."))
                .map(line -> line.split("`")[1].substring(AgentSettings.PREFIX.length()))
                .toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(AgentSettings.OWN);
    }
}
