package dev.heddle.extension.payloadstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.testing.fake.FakeSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire, and what a server may answer; real servers are asked in the tests with a real server. */
class S3StoreTest {
    private static final byte[] BYTES = "what is kept".getBytes(UTF_8);
    private static final String KEY = ObjectKey.of("orders/a%20b/", ObjectKey.hash(BYTES));

    @TempDir
    Path folder;

    private S3Stub server;
    private S3Store store;

    @BeforeEach
    void begin() throws IOException {
        server = new S3Stub("payloads");
        store = store(server.address());
    }

    private S3Store store(URI endpoint) throws IOException {
        Path file = Files.writeString(
                folder.resolve("credentials"),
                "[other]\naws_access_key_id=x\n[default]\n# ours\naws_access_key_id = id\naws_secret_access_key = secret\n");
        return new S3Store(
                S3Store.Bucket.at(endpoint, true, "payloads", "us-east-1", Duration.ofMinutes(1)),
                new S3CredentialSource(
                        new FakeSettings("payload-store", Map.of("s3.credentials-file", file.toString())), Map.of()));
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void whatIsPutIsThere() throws Exception {
        assertThat(store.get(KEY, 100)).isNull();
        store.put(KEY, BYTES);
        assertThat(store.get(KEY, 100)).isEqualTo(BYTES);
        assertThat(server.objects).containsOnlyKeys(KEY);
        assertThat(server.requests()).allMatch(request -> request.contains("Credential=id/"));
        assertThatThrownBy(() -> store.get(KEY, 3)).hasMessage("it has more than 3 bytes");
        assertThat(store.claims()).isEqualTo(Map.of("bucket", "payloads"));
    }

    @Test
    void whatIsYoungIsNotSentAgain() throws Exception {
        store.put(KEY, BYTES);
        store.put(KEY, BYTES);
        assertThat(server.requests().stream().filter(each -> each.startsWith("PUT")))
                .hasSize(1);
        server.objects.put(KEY, new S3Stub.Stored(BYTES, Instant.now().minus(Duration.ofDays(3))));
        store.put(KEY, BYTES);
        assertThat(server.requests().stream().filter(each -> each.startsWith("PUT")))
                .hasSize(2);
        assertThat(server.objects.get(KEY).modified()).isAfter(Instant.now().minus(Duration.ofHours(1)));
    }

    @Test
    void whatPassesIsTriedAgain() throws Exception {
        server.answers.add(503);
        server.answers.add(500);
        store.put(KEY, BYTES);
        assertThat(server.objects).containsOnlyKeys(KEY);
        server.answers.addAll(List.of(503, 503, 503));
        assertThatThrownBy(() -> store.get(KEY, 100)).hasMessage("it answers 503 Made");
        assertThat(server.answers).isEmpty();
    }

    @Test
    void whatIsRefusedIsSaid() {
        server.answers.addAll(List.of(403, 403));
        assertThatThrownBy(() -> store.put(KEY, BYTES)).hasMessage("it answers 403 Made");
        assertThatThrownBy(() -> store(server.address().resolve("/other")).get(KEY, 100))
                .hasMessageContaining("NoSuchBucket");
    }

    @Test
    void aServerThatIsGoneIsSaid() {
        server.close();
        assertThatThrownBy(() -> store.get(KEY, 100)).isInstanceOf(IOException.class);
    }

    @Test
    void allAreListedPageByPageAndCanBeDeleted() throws Exception {
        for (int i = 0; i < 5; i++) {
            store.put("orders/v0/" + i, BYTES);
        }
        store.put("x/&<", BYTES);
        List<String> found = new ArrayList<>();
        store.list("orders/", object -> found.add(object.key()));
        assertThat(found).hasSize(5);
        store.list("x/", object -> {
            assertThat(object.size()).isEqualTo(BYTES.length);
            assertThat(object.stored()).isAfter(Instant.now().minusSeconds(600));
            found.add(object.key());
        });
        assertThat(found).hasSize(6).contains("x/&<");
        store.delete("orders/v0/1");
        store.delete("orders/v0/1");
        assertThat(server.objects).hasSize(5);
    }

    @Test
    void bucketsHaveAddressesOfTwoKinds() {
        URI endpoint = URI.create("https://s3.eu-central-1.amazonaws.com/");
        assertThat(S3Store.Bucket.at(endpoint, true, "b.c", "r", Duration.ZERO).address())
                .hasToString("https://s3.eu-central-1.amazonaws.com/b.c");
        assertThat(S3Store.Bucket.at(endpoint, false, "b.c", "r", Duration.ZERO).address())
                .hasToString("https://b.c.s3.eu-central-1.amazonaws.com");
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        refused("s3.bucket is 'null'");
        refused("s3.bucket is 'a/b'", "s3.bucket", "a/b");
        refused("s3.region is 'A B'", "s3.bucket", "abc", "s3.region", "A B");
        refused("s3.endpoint is 'minio:9000'", "s3.bucket", "abc", "s3.endpoint", "minio:9000");
        refused("s3.endpoint is 'http://a:b@c'", "s3.bucket", "abc", "s3.endpoint", "http://a:b@c");
        refused("s3.path-style is 'x'", "s3.bucket", "abc", "s3.path-style", "x");
        assertThatThrownBy(() -> new S3StoreProvider()
                        .open(new FakeSettings(
                                "payload-store", Map.of("s3.bucket", "abc", "s3.credentials-file", folder + "/none"))))
                .isInstanceOf(IOException.class);
    }

    private static void refused(String why, String... settings) {
        Map<String, String> all = new java.util.HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        assertThatThrownBy(() -> new S3StoreProvider().open(new FakeSettings("payload-store", all)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void credentialsComeFromWhereTheSdksHaveThem() throws Exception {
        FakeSettings none = new FakeSettings("payload-store", Map.of());
        assertThatThrownBy(() -> new S3CredentialSource(none, Map.of()).get())
                .hasMessageContaining("there are no credentials");
        assertThat(new S3CredentialSource(
                                none,
                                Map.of(
                                        "AWS_ACCESS_KEY_ID", "a",
                                        "AWS_SECRET_ACCESS_KEY", "b",
                                        "AWS_SESSION_TOKEN", "c"))
                        .get())
                .isEqualTo(new S3Credentials("a", "b", "c"));
        Path file = Files.writeString(folder.resolve("empty"), "[default]\n");
        assertThatThrownBy(() ->
                        new S3CredentialSource(none, Map.of("AWS_SHARED_CREDENTIALS_FILE", file.toString())).get())
                .hasMessageContaining("for the profile default");
        server.container =
                "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"b\",\"Token\":\"c\",\"Expiration\":\"2099-01-01T00:00:00Z\"}";
        Map<String, String> container = Map.of(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                server.address() + "/container",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                "who");
        assertThat(new S3CredentialSource(none, container).get()).isEqualTo(new S3Credentials("a", "b", "c"));
        for (String broken : List.of("", "{}", "[]", "x")) {
            server.container = broken;
            assertThatThrownBy(() -> new S3CredentialSource(none, container).get())
                    .as(broken)
                    .isInstanceOf(IOException.class);
        }
    }
}
