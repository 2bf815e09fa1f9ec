package dev.heddle.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command is told, as the agent would understand it. */
class CommandSettingsTest {
    private static final Map<String, String> NONE = Map.of();

    private static CommandSettings settings(String... arguments) {
        return CommandSettings.of("payload-codec", List.of(arguments), NONE);
    }

    @Test
    void typesAreTheAgents() {
        CommandSettings settings =
                settings("age=7d", "wait=250 ms", "long=PT1.5S", "count= 12 ", "all=TRUE", "keys=a, b,");
        assertThat(settings.get("age", Duration.ZERO)).isEqualTo(Duration.ofDays(7));
        assertThat(settings.get("wait", Duration.ZERO)).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.get("long", Duration.ZERO)).isEqualTo(Duration.ofMillis(1_500));
        assertThat(settings.get("count", 0)).isEqualTo(12);
        assertThat(settings.get("all", false)).isTrue();
        assertThat(settings.list("keys")).containsExactly("a", "b");
        assertThat(settings.get("none", Duration.ZERO)).isZero();
    }

    @Test
    void sizesHaveUnits() {
        CommandSettings settings =
                settings("some=100", "more=256K", "most=2M", "words=two", "much=2048M", "more-yet=9999999999K");
        assertThat(settings.bytes("some", 0)).isEqualTo(100);
        assertThat(settings.bytes("more", 0)).isEqualTo(262_144);
        assertThat(settings.bytes("most", 0)).isEqualTo(2_097_152);
        assertThat(settings.bytes("unset", 7)).isEqualTo(7);
        for (String unfit : List.of("words", "much", "more-yet")) {
            assertThatThrownBy(() -> settings.bytes(unfit, 0))
                    .hasMessageStartingWith("heddle.extension.payload-codec." + unfit + " is '")
                    .hasMessageEndingWith("' and should be a number of bytes below 2G, such as 65536, 256K or 2M");
        }
    }

    @Test
    void whatIsOfAnotherTypeIsNamed() {
        assertThatThrownBy(() -> settings("age=99999999999999999d").get("age", Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "heddle.extension.payload-codec.age is '99999999999999999d' and should be a duration");
        assertThatThrownBy(() -> settings("all=maybe").get("all", false)).hasMessageContaining("true or false");
        assertThatThrownBy(() -> settings("count=many").get("count", 1)).hasMessageContaining("a whole number");
    }

    @Test
    void variablesAreNamedAsTheAgentsAre() {
        CommandSettings settings = CommandSettings.of(
                "payload-codec", List.of(), Map.of("HEDDLE_EXTENSION_PAYLOAD_CODEC_KEYS_FOLDER", "/keys"));
        assertThat(settings.get("keys.folder")).isEqualTo("/keys");
    }

    @Test
    void aFileIsRead(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("heddle.properties"), "heddle.extension.payload-codec.key=k1");
        assertThat(configured(file).get("key")).isEqualTo("k1");
    }

    /** A properties file would be understood where there is none, and no key be found. */
    @Test
    void aFileThatOnlyTheAgentReadsIsRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("heddle.yaml"), "heddle.extension.payload-codec.key: k1");
        assertThatThrownBy(() -> configured(file)).hasMessageContaining("is YAML, which only the agent reads");
    }

    @Test
    void aFileThatIsNotThereIsRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> configured(folder.resolve("none"))).hasMessageContaining("cannot be read");
    }

    private static CommandSettings configured(Path file) {
        return CommandSettings.of("payload-codec", List.of(), Map.of("HEDDLE_CONFIG", file.toString()));
    }
}
