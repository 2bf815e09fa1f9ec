package dev.heddle.extension.payloadstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
    @TempDir
    Path folder;

    private String old;
    private String young;
    private String others;

    @BeforeEach
    void fill() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        old = put("orders/", "old", 100);
        young = put("orders/", "young", 10);
        others = put("stock/", "old", 100);
    }

    private String put(String prefix, String content, int days) throws IOException {
        byte[] bytes = content.getBytes(UTF_8);
        String key = ObjectKey.of(prefix, ObjectKey.hash(bytes));
        FileStore.in(folder).put(key, bytes);
        age(key, days);
        return key;
    }

    private void age(String key, int days) throws IOException {
        Files.setLastModifiedTime(
                folder.resolve(key), FileTime.from(Instant.now().minus(Duration.ofDays(days))));
    }

    private String sweep(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("sweep", "file.folder=" + folder));
        all.addAll(List.of(arguments));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(Sweep.run(all, new PrintStream(bytes, true, UTF_8))).isZero();
        return bytes.toString(UTF_8);
    }

    private boolean isThere(String key) {
        return Files.exists(folder.resolve(key));
    }

    @Test
    void aDryRunTellsAndDeletesNothing() throws Exception {
        assertThat(sweep("--dry-run", "age=90d", "prefix=orders/"))
                .contains("old: " + old + ", 3 bytes")
                .contains("would delete 1 of 2 objects")
                .doesNotContain(young, others);
        assertThat(isThere(old)).isTrue();
    }

    @Test
    void whatIsOldIsDeleted() throws Exception {
        assertThat(sweep("age=90d", "prefix=orders/")).contains("deleted 1 of 2 objects");
        assertThat(isThere(old)).isFalse();
        assertThat(isThere(young)).isTrue();
        assertThat(isThere(others)).isTrue();
        assertThat(sweep("age=90d")).contains("deleted 1 of 2 objects");
        assertThat(isThere(others)).isFalse();
    }

    @Test
    void whatIsNotOursStaysAndWhatWasLeftBehindGoes() throws Exception {
        Path foreign = Files.writeString(folder.resolve("orders").resolve("notes.txt"), "mine");
        age("orders/notes.txt", 1_000);
        Path part = Files.writeString(folder.resolve(young + ".1234.part"), "half");
        age(young + ".1234.part", 100);
        sweep("age=90d");
        assertThat(foreign).exists();
        assertThat(part).doesNotExist();
    }

    @Test
    void aBucketIsSweptPageByPage() throws Exception {
        Path credentials = Files.writeString(
                folder.resolve("credentials"), "[default]\naws_access_key_id=id\naws_secret_access_key=secret\n");
        try (S3Stub server = new S3Stub("payloads")) {
            List<String> gone = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                gone.add(stored(server, "orders/", "old " + i, 100));
            }
            List<String> kept = List.of(
                    stored(server, "orders/", "young", 10), stored(server, "stock/", "old", 100), "orders/notes.txt");
            server.objects.put(
                    "orders/notes.txt",
                    new S3Stub.Stored(new byte[1], Instant.now().minus(Duration.ofDays(1_000))));
            List<String> command = List.of(
                    "sweep",
                    "store=s3",
                    "s3.bucket=payloads",
                    "s3.endpoint=" + server.address(),
                    "s3.credentials-file=" + credentials,
                    "age=90d",
                    "prefix=orders/");
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            assertThat(Sweep.run(command, new PrintStream(printed, true, UTF_8)))
                    .isZero();
            assertThat(printed.toString(UTF_8)).contains(gone).contains("deleted 5 of 6 objects");
            assertThat(server.objects.keySet()).containsExactlyInAnyOrderElementsOf(kept);
        }
    }

    private static String stored(S3Stub server, String prefix, String content, int days) {
        byte[] bytes = content.getBytes(UTF_8);
        String key = ObjectKey.of(prefix, ObjectKey.hash(bytes));
        server.objects.put(key, new S3Stub.Stored(bytes, Instant.now().minus(Duration.ofDays(days))));
        return key;
    }

    @Test
    void argumentsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> Sweep.run(List.of("help"), System.out)).hasMessageStartingWith("usage: java -jar");
        assertThatThrownBy(() -> sweep()).hasMessageContaining("age has to be set, to a day or more");
        assertThatThrownBy(() -> sweep("age=1h")).hasMessageContaining("age has to be set, to a day or more");
        assertThatThrownBy(() -> sweep("age=soon")).hasMessageContaining("age is 'soon'");
        assertThatThrownBy(() -> sweep("age=90d", "prefx=orders/")).hasMessageContaining("nobody knows [prefx]");
        assertThatThrownBy(() -> sweep("age=90d", "--dry")).hasMessageContaining("'--dry' should be NAME=VALUE");
        assertThatThrownBy(() -> sweep("age=90d", "store=s4")).hasMessageContaining("store is 's4'");
    }
}
