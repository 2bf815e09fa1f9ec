package dev.heddle.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ClassPaths;
import dev.heddle.harness.ForkedJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An agent that watches applications for a service: large, slow to start, and run only where it is asked for. Each writes
 * its log to a file and sends nothing to anybody.
 */
enum Monitor implements Neighbour {
    DATADOG("Datadog", "com.datadoghq:dd-java-agent", "dd-java-agent.version") {
        @Override
        void configure(ForkedJvm jvm, Path log) {
            jvm.option("-Ddd.writer.type=LoggingWriter")
                    .option("-Ddd.agent.host=127.0.0.1")
                    .option("-Ddd.trace.agent.port=1")
                    .option("-Ddd.instrumentation.telemetry.enabled=false")
                    .option("-Ddd.remote_config.enabled=false")
                    .option("-Ddd.jmxfetch.enabled=false")
                    .option("-Ddatadog.slf4j.simpleLogger.logFile=" + log);
        }

        @Override
        void assertWorked(String log) {
            assertThat(log).contains("grpc.server", "orders.Front/Place");
        }
    },

    ELASTIC("Elastic", "co.elastic.apm:elastic-apm-agent", "elastic-apm-agent.version") {
        @Override
        void configure(ForkedJvm jvm, Path log) {
            jvm.option("-Delastic.apm.disable_send=true")
                    .option("-Delastic.apm.server_url=http://127.0.0.1:1")
                    .option("-Delastic.apm.central_config=false")
                    .option("-Delastic.apm.cloud_provider=NONE")
                    .option("-Delastic.apm.log_file=" + log);
        }

        @Override
        void assertWorked(String log) {
            assertThat(log).contains("Starting Elastic APM").containsPattern("Used instrumentation groups: .*grpc");
        }
    },

    NEW_RELIC("New Relic", "com.newrelic.agent.java:newrelic-agent", "newrelic-agent.version") {
        @Override
        void configure(ForkedJvm jvm, Path log) {
            // A key of zeros it takes for a number.
            jvm.option("-Dnewrelic.config.license_key=" + "x".repeat(40))
                    .option("-Dnewrelic.config.app_name=orders")
                    .option("-Dnewrelic.config.host=127.0.0.1")
                    .option("-Dnewrelic.config.port=1")
                    .option("-Dnewrelic.config.metric_ingest_uri=http://127.0.0.1:1")
                    .option("-Dnewrelic.config.event_ingest_uri=http://127.0.0.1:1")
                    .option("-Dnewrelic.config.log_file_path=" + log.getParent())
                    .option("-Dnewrelic.config.log_file_name=" + log.getFileName());
        }

        @Override
        void assertWorked(String log) {
            assertThat(log).containsPattern("New Relic Agent v[0-9.]+ has started");
        }
    };

    /** Fetched at once, and only when one of them runs. */
    private static final class Jars {
        private static final Map<String, String> BY_ARTIFACT = ClassPaths.alone(toRun().collect(Collectors.toMap(
                Monitor::name, each -> List.of(each.artifact + ':' + Pom.value(each.property)))));
    }

    private final String title;
    private final String artifact;
    private final String property;

    Monitor(String title, String artifact, String property) {
        this.title = title;
        this.artifact = artifact;
        this.property = property;
    }

    /** Those that this build runs. */
    static Stream<Monitor> toRun() {
        String asked = System.getProperty("test.monitors");
        List<String> artifacts = List.of(asked.split(","));
        return Stream.of(values())
                .filter(each -> asked.equals("all")
                        || artifacts.contains(each.artifact.substring(each.artifact.indexOf(':') + 1)));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String property() {
        return property;
    }

    @Override
    public void addTo(ForkedJvm jvm, Path folder) {
        configure(jvm.option("-javaagent:" + Jars.BY_ARTIFACT.get(name())), log(folder));
    }

    @Override
    public void assertWorked(String output, Path folder) {
        try {
            assertWorked(Files.readString(log(folder)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(output, unreadable);
        }
    }

    /** Tells the agent where its log is, and to send nothing. */
    abstract void configure(ForkedJvm jvm, Path log);

    /** Expects that of it in its log. */
    abstract void assertWorked(String log);

    private Path log(Path folder) {
        return folder.resolve(name() + ".log");
    }
}
