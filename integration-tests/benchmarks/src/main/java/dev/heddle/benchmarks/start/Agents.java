package dev.heddle.benchmarks.start;

import dev.heddle.benchmarks.ExtensionJar;
import dev.heddle.benchmarks.Setting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes the JARs that JVMs are started with. */
final class Agents {
    private final Setting setting;

    Agents(Setting setting) {
        this.setting = setting;
    }

    /** The JVM's options of an arm, and the files that they name. Nothing may leave the machine. */
    List<String> options(StartArm arm) throws IOException {
        return switch (arm) {
            case NONE -> List.of();
            case TRIVIAL -> List.of("-javaagent:" + trivial());
            case BY_HAND, TEN_BY_HAND -> List.of("-Dinterceptors=" + arm.count());
            case NO_EXTENSION, ONE_EXTENSION, TEN_EXTENSIONS, ARCHIVE ->
                List.of(setting.heddle(ExtensionJar.folder(setting, arm.count())));
            case OPENTELEMETRY ->
                List.of(
                        "-javaagent:" + setting.peer("opentelemetry-javaagent"),
                        "-Dotel.traces.exporter=none",
                        "-Dotel.metrics.exporter=none",
                        "-Dotel.logs.exporter=none");
            case DATADOG ->
                List.of(
                        "-javaagent:" + setting.peer("dd-java-agent"),
                        "-Ddd.writer.type=TraceStructureWriter:"
                                + setting.folder().resolve("datadog.txt"),
                        "-Ddd.instrumentation.telemetry.enabled=false",
                        "-Ddd.remote_config.enabled=false",
                        "-Ddd.jmxfetch.enabled=false",
                        "-Ddd.crashtracking.enabled=false",
                        "-Ddd.trace.startup.logs=false");
            case ELASTIC ->
                List.of(
                        "-javaagent:" + setting.peer("elastic-apm-agent"),
                        "-Delastic.apm.disable_send=true",
                        "-Delastic.apm.central_config=false",
                        "-Delastic.apm.cloud_provider=NONE",
                        "-Delastic.apm.log_level=WARN");
        };
    }

    private Path trivial() throws IOException {
        Path jar = setting.folder().resolve("trivial.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", TrivialAgent.class.getName());
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            ExtensionJar.pack(entries, TrivialAgent.class.getName());
        }
        return jar;
    }
}
