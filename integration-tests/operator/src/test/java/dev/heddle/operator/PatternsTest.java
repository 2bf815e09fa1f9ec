package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same extension with different rules by names, in a worker that has all of these. */
class PatternsTest {
    private static final Map<String, String> RULES = Map.of(
            "all", "",
            "signals", "only=signal:add*",
            "updates", "only=update:redeem",
            "operations", "only=nexus:FraudService/rev*",
            "others", "except=signal:*, update:re*, nexus:*/screen");

    @Test
    void eachGetsWhatItsRulesLetPass(@TempDir Path folder) throws Exception {
        ForkedJvm jvm = new ForkedJvm();
        RULES.forEach((name, rule) -> {
            new ExtensionJarBuilder()
                    .provider(Naming.class)
                    .attribute("Heddle-Extension", name)
                    .write(folder.resolve(name + ".jar"));
            if (!rule.isEmpty()) {
                jvm.option("-Dheddle.extension." + name + '.' + rule);
            }
        });
        Map<String, Set<String>> got = new TreeMap<>();
        try (Orders orders = Orders.start(jvm, folder)) {
            orders.playScenario();
            String printed = orders.worker().end();
            assertThat(printed).doesNotContain("ERROR heddle", "WARN heddle");
            printed.lines().filter(line -> line.contains(" gets ")).forEach(line -> {
                String[] words = line.split(" gets ");
                got.computeIfAbsent(words[0], none -> new TreeSet<>()).add(words[1]);
            });
        }
        assertThat(got.get("all"))
                .contains(
                        "signal earn",
                        "signal addNote",
                        "update quote",
                        "update redeem",
                        "nexus FraudService/review",
                        "nexus FraudService/screen");
        assertThat(got.get("signals")).containsExactly("signal addNote");
        assertThat(got.get("updates")).containsExactly("update redeem");
        assertThat(got.get("operations")).containsExactly("nexus FraudService/review");
        assertThat(got.get("others"))
                .contains("update quote", "nexus FraudService/review")
                .noneMatch(each -> each.startsWith("signal"))
                .doesNotContainAnyElementsOf(List.of("update redeem", "nexus FraudService/screen"));
    }
}
