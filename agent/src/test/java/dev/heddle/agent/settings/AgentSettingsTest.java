package dev.heddle.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The agent's own settings, as they are read and as its page has them. */
class AgentSettingsTest {
    /** What is expected can be pasted into the page. */
    @Test
    void thePageHasTheTable() throws IOException {
        assertThat(SettingRow.of("README.md"))
                .containsExactlyElementsOf(Arrays.stream(AgentSetting.values())
                        .map(each -> SettingRow.of(each.toString(), each.fits(), each.fallback(), each.description()))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void whatASettingIsByDefaultFitsIt(AgentSetting setting) {
        AgentSettings settings = AgentSettings.of(null);
        switch (setting.fits()) {
            case "true or false" -> settings.flag(setting);
            case "a number from 1" -> assertThat(settings.number(setting)).isPositive();
            case "a file" -> assertThat(setting.fallback()).isNull();
            default -> {
                if (setting.fits().startsWith("a duration")) {
                    assertThat(settings.duration(setting)).isPositive();
                }
            }
        }
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.get(setting)).isEqualTo(setting.fallback());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            watch                      | yes  | heddle.watch is 'yes' and should be true or false; false is used
            enabled                    | 1    | heddle.enabled is '1' and should be true or false; true is used
            extension.metrics.enabled  | no   | heddle.extension.metrics.enabled is 'no' and should be true or false; true is used
            failures                   | 0    | heddle.failures is '0' and should be a number from 1; 10 is used
            close.delay                | 10   | heddle.close.delay is '10' and should be a duration such as 250ms, 30s or PT1.5S; 10s is used
            budget.workflow            | 0ms  | heddle.budget.workflow is '0ms' and should be a duration such as 250ms, 30s or PT1.5S, or off; 500ms is used
            """)
    void whatDoesNotFitIsToldAndNotUsed(String key, String value, String problem) {
        AgentSettings settings = AgentSettings.with(Map.of(key, value));

        assertThat(settings.flag(AgentSetting.WATCH)).isFalse();
        assertThat(settings.enabled()).isTrue();
        assertThat(settings.enabled("metrics")).isTrue();
        assertThat(settings.number(AgentSetting.FAILURES)).isEqualTo(10);
        assertThat(settings.duration(AgentSetting.CLOSE_DELAY)).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.duration(AgentSetting.BUDGET_WORKFLOW)).isEqualTo(Duration.ofMillis(500));
        settings.flag(AgentSetting.WATCH);
        assertThat(settings.problems()).containsExactly(problem);
    }

    /** As every other, with the first line about settings. */
    @ParameterizedTest
    @CsvSource({"budget.skip, perhaps", "close.delay, soon"})
    void whatIsReadLateIsToldAtOnce(String key, String value) {
        AgentSettings settings = AgentSettings.with(Map.of(key, value));

        SettingsReport.write(settings, Set.of(), Set.of());

        assertThat(settings.problems()).singleElement().asString().startsWith("heddle." + key + " is '" + value + "'");
    }
}
