package dev.heddle.test.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Selector;
import dev.heddle.api.Settings;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.CustomerApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An extension that holds the thread of a workflow is named while it does, and skipped from then on if that is wanted. */
class HeldWorkflowTest {
    @TempDir
    Path folder;

    /** Waits for a file, as others wait for an answer from the network. */
    public static final class Holding implements Extension {
        @Override
        public boolean onlyObservesWorkflows() {
            return true;
        }

        @Override
        public void register(Interceptors interceptors, Settings settings) {
            Path file = Path.of(settings.get("file"));
            interceptors.on(Selector.WORKFLOW_INBOUND.only("execute"), call -> {
                System.out.println("holding");
                while (!Files.exists(file)) {
                    Thread.sleep(20);
                }
                return call.proceed();
            });
        }
    }

    /** Runs two workflows. */
    public static final class Application {
        private Application() {}

        public static void main(String[] arguments) {
            CustomerApplication.run();
            CustomerApplication.run();
            System.exit(0);
        }
    }

    private String run(String skip, String said) throws IOException {
        Path jar = new ExtensionJarBuilder().provider(Holding.class).write(folder.resolve("holding.jar"));
        Path file = folder.resolve("go-on");
        Process process = ForkedJvm.ofCustomer()
                .agent("extensions=" + jar)
                .option("-Dheddle.extension.holding.file=" + file)
                .option("-Dheddle.budget.workflow=200ms")
                .option("-Dheddle.budget.skip=" + skip)
                .start(Application.class.getName());
        try (BufferedReader output = ForkedJvm.outputOf(process)) {
            String before = ForkedJvm.await(output, said);
            Files.createFile(file);
            return before + output.lines().collect(Collectors.joining("\n"));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void itIsNamedWithItsStack() throws IOException {
        String output = run("false", "extension holding holds a workflow for ");
        assertThat(output)
                .contains("heddle.budget.skip=true would skip it from the next call on: workflow-method-")
                .contains("\tat holding.jar//" + Holding.class.getName() + ".lambda$register");
        assertThat(output.lines().filter("holding"::equals)).hasSize(2);
        assertThat(output.lines().filter(CustomerApplication.GREETING::equals)).hasSize(2);
        assertThat(output.lines().filter(line -> line.contains("holds a workflow")))
                .hasSize(1);
    }

    @Test
    void itIsSkippedFromTheNextCallOn() throws IOException {
        String output = run("true", "it is skipped from the next call on");
        assertThat(output.lines().filter("holding"::equals)).hasSize(1);
        assertThat(output.lines().filter(CustomerApplication.GREETING::equals)).hasSize(2);
    }
}
