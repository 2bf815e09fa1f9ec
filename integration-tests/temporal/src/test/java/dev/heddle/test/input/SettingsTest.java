package dev.heddle.test.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings from the four places, right, wrong and unknown. */
class SettingsTest {
    @TempDir
    static Path folder;

    private static List<String> output;

    /** Prints the settings that it finds. */
    public static final class Curious implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            Stream.of("first", "second", "third", "fourth", "fifth")
                    .forEach(key -> System.out.println(key + " is from " + settings.get(key, "nowhere")));
            System.out.println("list is " + settings.list("list"));
        }
    }

    @BeforeAll
    static void runApplication() throws IOException {
        Path extensions = folder.resolve("extensions");
        new ExtensionJarBuilder().provider(Curious.class).write(extensions.resolve("curious.jar"));
        new ExtensionJarBuilder().provider(Curious.class).write(extensions.resolve("idle.jar"));
        Path file = Files.writeString(folder.resolve("heddle.properties"), """
                heddle.extension.curious.first=file
                heddle.extension.curious.second=file
                extension.curious.third=file
                heddle.extension.curious.fourth=file
                extension.curious.fith=x
                heddle.extension.idle.enabled=false
                heddle.extension.idle.first=whatever
                """);
        output = ForkedJvm.ofCustomer()
                .agent("extensions=" + extensions + ",extension.curious.first=argument"
                        + ",extension.curious.list=a,b,extentions=/nowhere,failures=3,heddle.failures=few")
                .option("-Dheddle.extension.curious.first=property")
                .option("-Dheddle.extension.curious.second=property")
                .option("-Dheddle.config=" + file)
                .option("-Dheddle.enabeld=false")
                .option("-Dheddle.enabled=yes")
                .environment("HEDDLE_EXTENSION_CURIOUS_FIRST", "environment")
                .environment("HEDDLE_EXTENSION_CURIOUS_SECOND", "environment")
                .environment("HEDDLE_EXTENSION_CURIOUS_THIRD", "environment")
                .environment("HEDDLE_FAILURE", "1")
                .environment("HEDDLE_SOMETHING_QUITE_DIFFERENT", "1")
                .run(ClientOptions.class.getName())
                .expectSuccess()
                .lines()
                .toList();
    }

    @Test
    void theFirstPlaceWins() {
        assertThat(output)
                .contains(
                        "first is from argument",
                        "second is from property",
                        "third is from environment",
                        "fourth is from file",
                        "fifth is from nowhere",
                        "list is [a, b]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            setting extentions in the agent's argument   | did you mean extensions?
            setting heddle.enabeld in the system prop    | did you mean heddle.enabled?
            setting HEDDLE_FAILURE in the environment    | did you mean HEDDLE_FAILURES?
            setting extension.curious.fith in /          | did you mean extension.curious.fifth?
            setting HEDDLE_SOMETHING_QUITE_DIFFERENT in  | known are HEDDLE_BUDGET_SKIP, HEDDLE_BUDGET_WORKFLOW, HEDDLE_CLOSE_DELAY, HEDDLE_CONFIG, HEDDLE_COUNTERS, HEDDLE_ENABLED, HEDDLE_EXTENSIONS,
            the agent's argument has failures twice      | of which the last is used
            heddle.failures is 'few'                     | should be a number from 1; 10 is used
            heddle.enabled is 'yes'                      | should be true or false; true is used
            """)
    void aWrongSettingGetsOneLine(String cause, String remedy) {
        assertThat(output)
                .filteredOn(line -> line.contains(cause))
                .singleElement()
                .asString()
                .contains("WARN heddle - ", remedy);
    }

    /** It may yet be read, at which nobody looks before it is. */
    @Test
    void aSettingOfARegisteredExtensionIsNotCalledUnknown() {
        assertThat(output)
                .filteredOn(line -> line.contains("setting extension.curious.fith in"))
                .singleElement()
                .asString()
                .contains(" has not been read so far, and has no effect until it is; did you mean")
                .doesNotContain("unknown");
    }

    @Test
    void theSettingsOfADisabledExtensionAreNotUnknown() {
        assertThat(output)
                .filteredOn(line -> line.contains("idle"))
                .singleElement()
                .asString()
                .contains("INFO heddle - extension idle is disabled by heddle.extension.idle.enabled");
    }
}
