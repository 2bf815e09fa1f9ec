package dev.heddle.extension.temporalconnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.ConnectConfig;
import dev.heddle.testing.fake.FakeInterceptors;
import dev.heddle.testing.fake.FakeSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What settings, variables and profile files say, which goes before which, and what is refused. */
class ProfileTest {
    private static final String SECRET = "s3cr3t";

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void noFileOfTheUser() {
        environment.put("XDG_CONFIG_HOME", folder.toString());
    }

    private List<String> log() throws Exception {
        FakeSettings all = new FakeSettings("temporal-connection", settings);
        return FakeInterceptors.of(all, new TemporalConnection(environment)).log();
    }

    private Path write(String file, String text) throws Exception {
        return KeyPairs.writePrivate(folder.resolve(file), text);
    }

    @Test
    void settingsGoBeforeVariablesAndTheseBeforeTheFile() throws Exception {
        Files.createDirectory(folder.resolve("temporalio"));
        write("temporalio/temporal.toml", """
                [profile.default]
                address = "file:7233"
                namespace = "of-file"
                api_key = "s3cr3t"
                [profile.other]
                address = "other:7233"
                """);
        assertThat(log()).containsExactly("INFO: connects to file:7233, namespace of-file by TLS and an API key");
        environment.put("TEMPORAL_ADDRESS", "variable:7233");
        settings.put("namespace", "of-setting");
        assertThat(log())
                .containsExactly("INFO: connects to variable:7233, namespace of-setting by TLS and an API key");
        environment.put("TEMPORAL_PROFILE", "other");
        environment.remove("TEMPORAL_ADDRESS");
        assertThat(log()).containsExactly("INFO: connects to other:7233, namespace of-setting");
        settings.put("environment", "false");
        assertThat(log()).containsExactly("INFO: connects to the application's target, namespace of-setting");
    }

    @Test
    void aProfileMayHaveTlsMetadataAndWhatNobodyKnows() throws Exception {
        KeyPairs pairs = new KeyPairs(folder);
        pairs.make("client");
        settings.put(
                "profile-file",
                write("t.toml", """
                [profile.default]
                address = "file:7233"
                tokens = "s3cr3t"
                [profile.default.tls]
                client_cert_path = "%s"
                client_key_data = '''
                %s'''
                server_name = "front"
                [profile.default.grpc_meta]
                team = "orders"
                [profile.default.codec]
                endpoint = "http://localhost"
                """.formatted(pairs.certificate("client"), Files.readString(pairs.key("client"))))
                        .toString());
        assertThat(log())
                .containsExactly(
                        "WARNING: the profile file " + folder.resolve("t.toml")
                                + " has [tokens], of which nothing is known",
                        "INFO: connects to file:7233 by TLS with a client's certificate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[profile.default",
                "[profile.default]\napi_key = \"s3cr3t",
                "[profile.default]\naddress = 7233",
                "[profile.default]\ntls = \"s3cr3t\"",
                "[profile.default]\naddress = \"a:1\"\napi_key = \"a b s3cr3t\"\n[profile.default.tls]\ndisabled = true",
                "[profile.default.tls]\ndisable_host_verification = true",
                "[profile.default.tls]\nclient_cert_data = \"s3cr3t\"",
                "[profile.default.tls]\nclient_cert_data = \"s3cr3t\"\nclient_cert_path = \"/a\"",
                "[profile.default.tls]\nserver_ca_cert_data = \"s3cr3t\"",
                "[profile.default]\napi_key = \"two s3cr3t\"",
                "[profile.another]\nnamespace = \"a\""
            })
    void aFileThatIsNotInOrderIsRefused(String text) throws Exception {
        settings.put("profile-file", write("t.toml", text).toString());
        assertRefused();
    }

    private void assertRefused() {
        List<String> messages = new ArrayList<>();
        assertThatThrownBy(this::log)
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(refusal -> {
                    for (Throwable each = refusal; each != null; each = each.getCause()) {
                        messages.add(String.valueOf(each));
                    }
                });
        assertThat(messages).isNotEmpty().noneMatch(message -> message.contains(SECRET));
    }

    @Test
    void soIsOneThatIsNotThereOrThatOthersMayRead() throws Exception {
        settings.put("profile-file", folder.resolve("nowhere").toString());
        assertRefused();
        Path open = write("t.toml", "[profile.default]\nnamespace = 'a'");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        settings.put("profile-file", open.toString());
        assertRefused();
        settings.remove("profile-file");
        settings.put("profile", "production");
        assertRefused();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TEMPORAL_TLS=perhaps",
                "TEMPORAL_ADDRESS=nowhere",
                "TEMPORAL_TLS_CLIENT_KEY_PATH=/s3cr3t",
                "TEMPORAL_TLS_SERVER_CA_CERT_DATA=s3cr3t",
                "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION=true",
                "TEMPORAL_API_KEY=s3cr3t and more",
                "NOTHING=1"
            })
    void soAreVariables(String variable) {
        String[] parts = variable.split("=");
        environment.put(parts[0], parts[1]);
        assertRefused();
    }

    @Test
    void aKeyInAnotherFormIsToldFromNone() throws Exception {
        new KeyPairs(folder).make("client");
        settings.put("tls.cert-file", folder.resolve("client.pem").toString());
        settings.put(
                "tls.key-file",
                write("old.key", "-----BEGIN EC PRIVATE KEY-----\ns3cr3t\n-----END EC PRIVATE KEY-----")
                        .toString());
        assertThatThrownBy(this::log).hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
        new KeyPairs(folder).make("another");
        settings.put("tls.key-file", folder.resolve("another.key").toString());
        assertThatThrownBy(this::log).hasMessageContaining("is not the key of tls.cert-file");
    }

    /** Nothing fails open: a plugin that has not been told anything refuses. */
    @Test
    void whatHasNotRegisteredConfiguresNothing() {
        ConnectConfig none = null;
        assertThatThrownBy(() -> new ConnectionPlugin().configureServiceStubs(none))
                .isInstanceOf(IllegalStateException.class);
    }
}
