package dev.heddle.grpc.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server and a client with {@code grpc-auth}, and its log. */
abstract class GrpcAuthTesting {
    static final List<String> KINDS = List.of("UNARY", "CLIENT_STREAMING", "SERVER_STREAMING", "BIDI_STREAMING");
    static final String SECRET = "s3cret-of-the-test";
    static final String DENIED = "UNAUTHENTICATED: Access denied!|null|not handled";
    static final String NO_TOKEN =
            "UNAUTHENTICATED: no token to send; the log of this process says why|null|not handled";

    @TempDir
    Path folder;

    Path file;
    Application application;

    @BeforeEach
    void listen() {
        Log.clear();
        file = folder.resolve("token");
    }

    final void start(String... settings) {
        application = Start.with(List.of(Repository.extensionJar("grpc-auth")), "grpc-auth.", settings);
    }

    /** No test logs a token, whatever it does. */
    @AfterEach
    void stop() throws Exception {
        application.close();
        assertThat(Log.text()).doesNotContain(SECRET);
    }

    final void write(String text, String permissions) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    final String call(String service, String... header) {
        Set<String> outcomes = new HashSet<>();
        Map<String, String> headers = header.length == 0 ? Map.of() : Map.of(header[0], header[1]);
        for (String handlers : List.of("sync", "async")) {
            KINDS.forEach(kind -> outcomes.add(application.call(handlers, kind, service, "hello", headers)));
        }
        assertThat(outcomes).hasSize(1);
        return outcomes.iterator().next();
    }

    static String handled(String header) {
        return "hello|OK: null|null|handled " + header;
    }

    final String one(String kind, String service) {
        return application.call("sync", kind, service, "hello", Map.of());
    }
}
