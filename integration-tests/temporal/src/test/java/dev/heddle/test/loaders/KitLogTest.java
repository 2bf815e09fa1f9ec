package dev.heddle.test.loaders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.CustomerApplication;
import dev.heddle.test.InProcessAgent;
import org.junit.jupiter.api.Test;

/** What a test with the kit logs is about the author's extensions. */
class KitLogTest {
    /** An author's test, in short. */
    public static final class Tested {
        private Tested() {}

        public static void main(String[] arguments) {
            InProcessAgent.install();
            CustomerApplication.main(arguments);
        }
    }

    @Test
    void theKitSaysNothingOfItsOwn() {
        String output = new ForkedJvm().run(Tested.class.getName()).expectSuccess();
        assertThat(output).contains(CustomerApplication.GREETING);
        assertThat(output.lines().filter(line -> line.contains(" heddle - ")))
                .as(output)
                .hasSize(2)
                .allMatch(line ->
                        line.contains("extension probe intercepts") || line.contains("extension guard intercepts"));
    }
}
