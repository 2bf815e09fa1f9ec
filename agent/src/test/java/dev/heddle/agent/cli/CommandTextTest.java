package dev.heddle.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown of the command that starts an application. */
class CommandTextTest {
    @Test
    void nothingSecretIsShown() {
        assertThat(CommandText.of(List.of(
                        "java",
                        "-javaagent:/opt/heddle-agent.jar=extensions=/x,extension.auth.token=s3cr3t==,s3cr3t,failures=3",
                        "-Ddb.password=s3cr3t=",
                        "-cp",
                        "a.jar",
                        "orders.Main",
                        "--api-key",
                        "s3cr3t",
                        "--credential=s3cr3t,s3cr3t",
                        "it's")))
                .isEqualTo(
                        "java -javaagent:/opt/heddle-agent.jar=extensions=/x,extension.auth.token=***,***,failures=3 "
                                + "-Ddb.password=*** -cp a.jar orders.Main --api-key *** --credential=*** 'it'\\''s'");
    }
}
