package dev.heddle.extension.temporalconnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.testing.Heddle;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An application that knows a development server alone is moved to one with certificates on both sides. */
class MoveTest {
    /** Nobody listens there: an application that is not moved gets nowhere. */
    private static final String DEVELOPMENT = "127.0.0.1:1";

    @TempDir
    private static Path all;

    private static KeyPairs pairs;
    private static TlsServer server;

    @RegisterExtension
    final Heddle heddle = Heddle.with(new TemporalConnection(Map.of("XDG_CONFIG_HOME", "/nowhere")))
            .setting("reload", "0s");

    private Path apiKey;

    @BeforeAll
    static void start() throws Exception {
        pairs = new KeyPairs(all);
        for (String name : new String[] {"server", "first", "second", "stranger"}) {
            pairs.make(name);
        }
        Path known = all.resolve("known.pem");
        Files.writeString(
                known, Files.readString(pairs.certificate("first")) + Files.readString(pairs.certificate("second")));
        server = new TlsServer(
                pairs.certificate("server").toFile(), pairs.key("server").toFile(), known.toFile());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void settings(@TempDir Path folder) throws Exception {
        server.seen().clear();
        Path certificate = Files.copy(pairs.certificate("first"), folder.resolve("client.pem"));
        Path key = Files.copy(pairs.key("first"), folder.resolve("client.key"));
        apiKey = KeyPairs.writePrivate(folder.resolve("api-key"), "k-1\n");
        heddle.setting("target", server.target())
                .setting("namespace", "production")
                .setting("tls.ca-file", pairs.certificate("server").toString())
                .setting("tls.cert-file", certificate.toString())
                .setting("tls.key-file", key.toString())
                .setting("api-key-file", apiKey.toString());
    }

    @Test
    void workflowsRunThere() {
        try (ShopApplication application = new ShopApplication(DEVELOPMENT).start()) {
            assertThat(application.order("coat")).isEqualTo("one coat");
            assertThat(application.namespace()).isEqualTo("production");
        }
        assertThat(server.seen()).containsExactly("CN=first Bearer k-1");
    }

    private static void call() {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(DEVELOPMENT).build());
        call(stubs);
        stubs.shutdownNow();
    }

    private static void call(WorkflowServiceStubs stubs) {
        stubs.blockingStub().getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
    }

    /** A connection that is there stays; the next one has what is there then. */
    @Test
    void newKeysAreUsedAsTheyCome(@TempDir Path folder) throws Exception {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(DEVELOPMENT).build());
        call(stubs);
        Files.writeString(apiKey, "k-2");
        call(stubs);
        assertThat(server.seen()).containsExactlyInAnyOrder("CN=first Bearer k-1", "CN=first Bearer k-2");
        stubs.shutdownNow();
        server.seen().clear();

        Path place = apiKey.resolveSibling("client.pem");
        Files.writeString(place, Files.readString(pairs.certificate("second")));
        // Half of a pair: what was there before is used.
        call();
        Files.writeString(apiKey.resolveSibling("client.key"), Files.readString(pairs.key("second")));
        call();
        Files.delete(place);
        Files.delete(apiKey);
        call();
        assertThat(server.seen()).containsExactlyInAnyOrder("CN=first Bearer k-2", "CN=second Bearer k-2");
    }

    @Test
    void aServerThatTheCertificatesDoNotVouchForIsNotSpokenTo() {
        heddle.setting("tls.ca-file", pairs.certificate("stranger").toString());
        assertThatThrownBy(MoveTest::call).hasMessageContaining("UNAVAILABLE");
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void norOneOfAnotherName() {
        heddle.setting("tls.server-name", "elsewhere.example");
        assertThatThrownBy(MoveTest::call).hasMessageContaining("UNAVAILABLE");
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void aChannelOfTheApplicationsOwnIsNotUsedElsewhere() {
        io.grpc.ManagedChannel channel = io.grpc.ManagedChannelBuilder.forTarget(DEVELOPMENT)
                .usePlaintext()
                .build();
        assertThatThrownBy(() -> WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                        .setChannel(channel)
                        .build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the guard temporal-connection has failed");
        channel.shutdownNow();
        heddle.takeAccidents();
    }

    @Test
    void nothingIsConnectedWhereAKeyIsMissing() {
        heddle.setting("tls.key-file", all.resolve("nowhere").toString());
        assertThatThrownBy(() -> new ShopApplication(DEVELOPMENT))
                .hasMessage("the guard temporal-connection could not be registered")
                .cause()
                .hasMessageContaining("does not exist; create it");
        heddle.takeAccidents();
    }
}
