package dev.heddle.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.nio.file.Path;

/** Another agent. */
enum Neighbour {
    OPENTELEMETRY("opentelemetry-javaagent.jar") {
        @Override
        void addTo(ForkedJvm jvm, Path folder) {
            jvm.option(option())
                    .option("-Dotel.traces.exporter=none")
                    .option("-Dotel.metrics.exporter=none")
                    .option("-Dotel.logs.exporter=none");
        }

        @Override
        void assertWorked(String output, Path folder) {
            assertThat(output).contains("opentelemetry-javaagent - version: ");
        }
    },

    JACOCO("org.jacoco.agent-runtime.jar") {
        @Override
        void addTo(ForkedJvm jvm, Path folder) {
            jvm.option(option() + "=destfile=" + coverage(folder));
        }

        @Override
        void assertWorked(String output, Path folder) {
            assertThat(coverage(folder)).isNotEmptyFile();
        }

        private Path coverage(Path folder) {
            return folder.resolve("coverage");
        }
    },

    MOCKITO("mockito-core.jar") {
        @Override
        void addTo(ForkedJvm jvm, Path folder) {
            jvm.option(option());
        }

        @Override
        void assertWorked(String output, Path folder) {
            assertThat(output).contains(OrderDay.MOCKED).doesNotContain("Mockito is currently self-attaching");
        }
    },

    /** As Datadog's and others do where they look into a class's hierarchy. */
    EAGER("") {
        @Override
        void addTo(ForkedJvm jvm, Path folder) {
            Path jar = new ExtensionJarBuilder()
                    .attribute("Premain-Class", EagerAgent.class.getName())
                    .with(EagerAgent.class)
                    .write(folder.resolve("eager.jar"));
            jvm.option("-javaagent:" + jar);
        }

        @Override
        void assertWorked(String output, Path folder) {
            assertThat(output).contains(EagerAgent.LOADED);
        }
    };

    private final String jar;

    Neighbour(String jar) {
        this.jar = jar;
    }

    String option() {
        return "-javaagent:" + Repository.file("integration-tests/neighbours/target/agents/" + jar);
    }

    /** Names the agent on the command line, with a folder for what it writes. */
    abstract void addTo(ForkedJvm jvm, Path folder);

    /** Expects a sign that the agent has done its own work. */
    abstract void assertWorked(String output, Path folder);
}
