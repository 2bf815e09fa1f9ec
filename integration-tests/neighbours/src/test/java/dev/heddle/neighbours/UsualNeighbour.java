package dev.heddle.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.nio.file.Path;

/** An agent that the build always has. */
enum UsualNeighbour implements Neighbour {
    OPENTELEMETRY("OpenTelemetry", "opentelemetry-javaagent.jar", "opentelemetry-javaagent.version") {
        @Override
        public void addTo(ForkedJvm jvm, Path folder) {
            jvm.option(option())
                    .option("-Dotel.traces.exporter=none")
                    .option("-Dotel.metrics.exporter=none")
                    .option("-Dotel.logs.exporter=none");
        }

        @Override
        public void assertWorked(String output, Path folder) {
            assertThat(output).contains("opentelemetry-javaagent - version: ");
        }
    },

    JACOCO("JaCoCo", "org.jacoco.agent-runtime.jar", "jacoco.version") {
        @Override
        public void addTo(ForkedJvm jvm, Path folder) {
            jvm.option(option() + "=destfile=" + coverage(folder));
        }

        @Override
        public void assertWorked(String output, Path folder) {
            assertThat(coverage(folder)).isNotEmptyFile();
        }

        private Path coverage(Path folder) {
            return folder.resolve("coverage");
        }
    },

    MOCKITO("Mockito", "mockito-core.jar", "mockito.version") {
        @Override
        public void addTo(ForkedJvm jvm, Path folder) {
            jvm.option(option());
        }

        @Override
        public void assertWorked(String output, Path folder) {
            assertThat(output).contains(OrderDay.MOCKED).doesNotContain("Mockito is currently self-attaching");
        }
    },

    /** As Datadog's and others do where they look into a class's hierarchy. */
    EAGER("a test's agent that loads each class of Heddle before it is defined", "", "") {
        @Override
        public void addTo(ForkedJvm jvm, Path folder) {
            Path jar = new ExtensionJarBuilder()
                    .attribute("Premain-Class", EagerAgent.class.getName())
                    .with(EagerAgent.class)
                    .write(folder.resolve("eager.jar"));
            jvm.option("-javaagent:" + jar);
        }

        @Override
        public void assertWorked(String output, Path folder) {
            assertThat(output).contains(EagerAgent.LOADED);
        }
    };

    private final String title;
    private final String jar;
    private final String property;

    UsualNeighbour(String title, String jar, String property) {
        this.title = title;
        this.jar = jar;
        this.property = property;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String property() {
        return property;
    }

    String option() {
        return "-javaagent:" + Repository.file("integration-tests/neighbours/target/agents/" + jar);
    }
}
