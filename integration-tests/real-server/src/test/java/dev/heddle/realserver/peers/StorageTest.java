package dev.heddle.realserver.peers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import dev.heddle.realserver.server.RealServer;
import dev.heddle.realserver.server.S3Server;
import dev.heddle.realserver.server.TemporalServer;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Java has stored by payload-store, encrypted before by payload-codec, Python fetches by its SDK's own external
 * storage and decrypts, and the other way round; what the server has, as its own API tells, are references.
 */
@ExtendWith(RealServer.class)
class StorageTest {
    private static final String KEY =
            "2026-11=" + Base64.getEncoder().encodeToString("0123456789-abcdefghijklmnopqrstu".getBytes(UTF_8));
    private static final String REFERENCE = "temporal.api.sdk.v1.ExternalStorageReference";

    @RegisterExtension
    final Peers peers = new Peers();

    @TempDir
    Path folder;

    @Test
    void whatOneStoresInFilesTheOtherFetches(TemporalServer server) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        peers.environment("VISIT_KEYS", KEY);
        Peer python = peers.start(Program.PYTHON, server, "--key", KEY, "--store", folder.toString());
        Peer java = java(server, "file.folder=" + folder);
        assertVisited(server, python, java);
        assertCiphertext(folder);
    }

    /** Python with the driver that its SDK has, and a server that checks what is signed. */
    @Test
    void whatOneStoresInABucketTheOtherFetches(TemporalServer server) throws Exception {
        peers.environment("VISIT_KEYS", KEY);
        try (S3Server s3 = S3Server.start(folder)) {
            peers.environment("AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY)
                    .environment("AWS_SECRET_ACCESS_KEY", S3Server.SECRET_KEY)
                    .environment("AWS_REGION", S3Server.REGION)
                    .environment("AWS_DEFAULT_REGION", S3Server.REGION);
            Peer python = peers.start(
                    Program.PYTHON, server, "--key", KEY, "--bucket", S3Server.BUCKET, "--s3", s3.address());
            Peer java = java(server, "store=s3", "s3.bucket=" + S3Server.BUCKET, "s3.endpoint=" + s3.address());
            assertVisited(server, python, java);
            Path bucket = folder.resolve("objects").resolve(S3Server.BUCKET);
            assertCiphertext(bucket);
            assertSwept(bucket, s3);
        }
    }

    /** By the command, as an operator runs it, once what is there is a hundred days old. */
    private static void assertSwept(Path bucket, S3Server s3) throws IOException {
        List<Path> objects = filesIn(bucket);
        for (Path object : objects) {
            Files.setLastModifiedTime(object, FileTime.from(Instant.now().minus(Duration.ofDays(100))));
        }
        int all = objects.size();
        assertThat(sweep(s3, "--dry-run", "age=110d")).contains("would delete 0 of " + all + " objects");
        assertThat(sweep(s3, "--dry-run", "age=90d")).contains("would delete " + all + " of " + all + " objects");
        assertThat(filesIn(bucket)).hasSize(all);
        assertThat(sweep(s3, "age=90d")).contains("deleted " + all + " of " + all + " objects");
        assertThat(filesIn(bucket)).isEmpty();
    }

    private static String sweep(S3Server s3, String... arguments) {
        List<String> all = new ArrayList<>(
                List.of("sweep", "store=s3", "s3.bucket=" + S3Server.BUCKET, "s3.endpoint=" + s3.address()));
        all.addAll(List.of(arguments));
        return new ForkedJvm()
                .option("-Dheddle.agent=" + Repository.agentJar())
                .environment("AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY)
                .environment("AWS_SECRET_ACCESS_KEY", S3Server.SECRET_KEY)
                .environment("AWS_REGION", S3Server.REGION)
                .runJar(Repository.extensionJar("payload-store"), all.toArray(new String[0]))
                .expectSuccess();
    }

    private Peer java(TemporalServer server, String... settings) {
        List<String> options = new ArrayList<>(List.of(
                "-Dheddle.extension.payload-codec.keys.variable=VISIT_KEYS",
                "-Dheddle.extension.payload-codec.key=2026-11",
                "-Dheddle.extension.payload-store.threshold=0"));
        for (String setting : settings) {
            options.add("-Dheddle.extension.payload-store." + setting);
        }
        return peers.startJava(server, List.of("payload-codec", "payload-store"), options.toArray(new String[0]));
    }

    private static void assertVisited(TemporalServer server, Peer python, Peer java) throws Exception {
        try (StoredPayloads stored = new StoredPayloads(server.address())) {
            for (List<Peer> visit : List.of(List.of(python, java), List.of(java, python))) {
                Peer.Visited visited = visit.get(0).visit(visit.get(1), "-", "-");
                assertThat(visited.seen()).hasSize(9);
                Peer.Visited places = visit.get(0).visit(visit.get(1), "Places", "-", "-");
                assertThat(places.seen()).contains(Peers.GREETING, "activity=-").endsWith(Peers.GREETING);
                assertReferences(stored, visited.id(), places.id());
            }
        }
    }

    private static void assertReferences(StoredPayloads stored, String visit, String others) {
        String guest = visit + "-helper-guest";
        History visited = stored.history(visit, "");
        History stayed = stored.history(guest, "");
        History before = stored.history(guest, StoredPayloads.runBefore(stayed));
        int found = 0;
        for (History history :
                List.of(visited, stored.history(visit + "-helper", ""), stayed, before, stored.history(others, ""))) {
            for (HistoryEvent event : history.getEventsList()) {
                assertThat(event.toByteString().toStringUtf8()).doesNotContain(Peers.GREETING);
                List<Payload> payloads = StoredPayloads.in(event);
                assertThat(payloads).as(event.toString()).allMatch(StorageTest::isReference);
                found += payloads.size();
            }
        }
        assertThat(found).isGreaterThan(20);
        Payloads greeting = visited.getEventsList().stream()
                .filter(HistoryEvent::hasWorkflowExecutionSignaledEventAttributes)
                .map(event ->
                        event.getWorkflowExecutionSignaledEventAttributes().getInput())
                .findFirst()
                .orElseThrow();
        // The workflow is over: it runs once more to answer, of its history.
        assertThat(StoredPayloads.in(stored.ask(visit, "state", greeting)))
                .singleElement()
                .matches(StorageTest::isReference);
    }

    private static boolean isReference(Payload payload) {
        return payload.getMetadataOrThrow("encoding").toStringUtf8().equals("json/protobuf")
                && payload.getMetadataOrThrow("messageType").toStringUtf8().equals(REFERENCE)
                && payload.getExternalPayloads(0).getSizeBytes() > 0;
    }

    /** All but what an SDK notes for itself in markers, which passes no codec. */
    private static void assertCiphertext(Path folder) throws IOException {
        assertThat(stored(folder))
                .noneMatch(object -> object.contains(Peers.GREETING))
                .filteredOn(object -> object.contains("binary/encrypted"))
                .hasSizeGreaterThan(20);
    }

    private static List<String> stored(Path folder) throws IOException {
        List<String> stored = new ArrayList<>();
        for (Path file : filesIn(folder)) {
            stored.add(Files.readString(file, ISO_8859_1));
        }
        return stored;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
