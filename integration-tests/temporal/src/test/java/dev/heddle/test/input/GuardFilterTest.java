package dev.heddle.test.input;

import static dev.heddle.api.Selector.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.RefusedException;
import dev.heddle.api.Settings;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.CustomerApplication;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guard whose operator says which calls it gets, and mistypes. */
class GuardFilterTest {
    /** Refuses the start of every workflow. */
    public static final class Guard implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors.on(ALL, call -> {
                throw new RefusedException("closed");
            });
        }

        @Override
        public boolean failClosed() {
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            except=client, workflow inbound, workflow outbound | application: hello world
            except=clinet                                      | did you mean client?
            only=client strat                                  | did you mean start?
            only=quue:billing                                  | did you mean queue?
            """)
    void aGuardLetsNothingPastForANameThatIsMistyped(String setting, String said, @TempDir Path folder) {
        Path jar = new ExtensionJarBuilder().provider(Guard.class).write(folder.resolve("guard.jar"));
        String[] pair = setting.split("=");
        ForkedJvm.Result result = ForkedJvm.ofCustomer()
                .agent("extensions=" + jar)
                .option("-Dheddle.extension.guard." + pair[0] + "=" + pair[1])
                .run(CustomerApplication.class.getName());
        assertThat(result.output()).contains(said);
        assertThat(result.exitCode() == 0).describedAs(result.output()).isEqualTo(said.contains("hello"));
    }
}
