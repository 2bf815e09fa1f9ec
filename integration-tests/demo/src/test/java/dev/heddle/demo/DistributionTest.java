package dev.heddle.demo;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import dev.heddle.harness.Rights;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed out, as an operator has it: unpacked, one extension copied, run. */
class DistributionTest {
    @TempDir
    Path folder;

    private Path heddle;

    @BeforeEach
    void unpack() throws IOException {
        Path target = Repository.file("extensions/distribution/target");
        Path zip;
        try (Stream<Path> files = Files.list(target)) {
            zip = files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow();
        }
        try (InputStream bytes = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file);
                }
            }
        }
        heddle = folder.resolve(zip.getFileName().toString().replace(".zip", ""));
    }

    @Test
    void itHasTheAgentAndEveryExtension() throws IOException {
        assertThat(names(heddle))
                .containsExactlyInAnyOrder(
                        "LICENSE", "README.md", "SHA256SUMS", "available", "extensions", "heddle-agent.jar");
        assertThat(names(heddle.resolve("extensions"))).isEmpty();
        assertThat(names(heddle.resolve("available")))
                .containsExactlyInAnyOrder(
                        "heddle-extension-activity-metrics.jar",
                        "heddle-extension-call-tree.jar",
                        "heddle-extension-context-propagation.jar",
                        "heddle-extension-determinism.jar",
                        "heddle-extension-grpc-auth.jar",
                        "heddle-extension-grpc-status.jar",
                        "heddle-extension-logging.jar",
                        "heddle-extension-opentelemetry-metrics.jar",
                        "heddle-extension-opentelemetry-tracing.jar",
                        "heddle-extension-payload-codec.jar",
                        "heddle-extension-payload-store.jar",
                        "heddle-extension-temporal-connection.jar");
        assertThat(heddle.resolve("README.md")).content().doesNotContain("@version@");
    }

    @Test
    void theChecksumsAreThoseOfItsFiles() throws Exception {
        Map<String, String> said = Files.readAllLines(heddle.resolve("SHA256SUMS")).stream()
                .map(line -> line.split("  "))
                .collect(toMap(words -> words[1], words -> words[0]));
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(heddle)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                found.put(heddle.relativize(jar).toString(), sum(jar));
            }
        }
        assertThat(said).isEqualTo(found).hasSize(13);
    }

    @Test
    void anExtensionThatIsCopiedIsLoaded() throws IOException {
        String name = "heddle-extension-grpc-auth.jar";
        Files.copy(
                heddle.resolve("available").resolve(name),
                heddle.resolve("extensions").resolve(name));
        Rights.close(heddle.resolve("extensions"));
        String output = new ForkedJvm()
                .option("-javaagent:" + heddle.resolve("heddle-agent.jar"))
                .classPath(application())
                // Nobody serves there, so that the client gives up, but it has made a channel.
                .option("-Dfront.address=127.0.0.1:1")
                .run("orders.OrderClient")
                .output();
        assertThat(output).contains("INFO heddle - extension grpc-auth ");
    }

    @Test
    void theAgentSaysWhatItIs() {
        assertThat(new ForkedJvm().runJar(heddle.resolve("heddle-agent.jar")).expectSuccess())
                .startsWith("Heddle ")
                .contains("java -javaagent:heddle-agent.jar -jar application.jar");
    }

    @Test
    void theCodecServerIsAProgramOfItsOwn() throws Exception {
        Path jar = heddle.resolve("available").resolve("heddle-extension-payload-codec.jar");
        ForkedJvm.Result unknown = new ForkedJvm().runJar(jar, "help");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.output()).contains("usage: java -jar heddle-extension-payload-codec.jar serve");

        Process server = new ForkedJvm()
                .classPath(jar.toString())
                .start("dev.heddle.command.Main", "serve", "port=0", "encryption=false");
        try (BufferedReader output = ForkedJvm.outputOf(server)) {
            String said = ForkedJvm.await(output, "decodes at ");
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(said.replaceFirst("(?s).*decodes at (\\S+),.*", "$1")))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"payloads\":[]}"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("{\"payloads\":[]}");
        } finally {
            server.destroyForcibly();
        }
    }

    /** The class path of the order application, whose entries in the demo are relative to the repository. */
    private static String application() {
        Path target = Repository.file("integration-tests/order-application/target");
        return target.resolve("order-application.jar") + File.pathSeparator + target.resolve("lib") + "/*";
    }

    private static Stream<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private static String sum(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
