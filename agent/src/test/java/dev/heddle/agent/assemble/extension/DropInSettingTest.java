package dev.heddle.agent.assemble.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.agent.settings.SettingRow;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The settings of drop-ins, as their page has them. */
class DropInSettingTest {
    /** What is expected can be pasted into the page. */
    @Test
    void thePageHasTheTable() throws IOException {
        assertThat(SettingRow.of("DROP-INS.md"))
                .containsExactlyElementsOf(Arrays.stream(DropInSetting.values())
                        .map(each -> SettingRow.of(
                                "heddle.extension.<name>." + each.key(),
                                each.fits(),
                                each.fallback(),
                                each.description()))
                        .toList());
    }
}
