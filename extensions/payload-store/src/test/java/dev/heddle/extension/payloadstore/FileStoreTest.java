package dev.heddle.extension.payloadstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
    private static final byte[] BYTES = "what is kept".getBytes(UTF_8);
    private static final String KEY = ObjectKey.of("orders/", ObjectKey.hash(BYTES));

    @TempDir
    Path folder;

    private FileStore store;

    @BeforeEach
    void open() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        store = FileStore.in(folder);
    }

    private Path file() {
        return folder.resolve(KEY);
    }

    @Test
    void whatIsPutIsThereWholeAndForNobodyElse() throws Exception {
        store.put(KEY, BYTES);
        assertThat(store.get(KEY, 100)).isEqualTo(BYTES);
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all)
                    .allSatisfy(each -> assertThat(Files.getPosixFilePermissions(each))
                            .doesNotContain(
                                    PosixFilePermission.OTHERS_READ,
                                    PosixFilePermission.OTHERS_WRITE,
                                    PosixFilePermission.OTHERS_EXECUTE));
        }
        try (Stream<Path> all = Files.list(file().getParent())) {
            assertThat(all).containsExactly(file());
        }
    }

    @Test
    void whatIsNotThereIsNothingAndWhatIsTooLargeIsNotRead() throws Exception {
        assertThat(store.get(KEY, 100)).isNull();
        store.put(KEY, BYTES);
        assertThat(store.get(KEY, BYTES.length)).isEqualTo(BYTES);
        assertThatThrownBy(() -> store.get(KEY, BYTES.length - 1)).hasMessageContaining("more than 11 bytes");
    }

    @Test
    void aHalfWrittenFileIsWrittenAgain() throws Exception {
        store.put(KEY, BYTES);
        Files.write(file(), new byte[] {1, 2});
        store.put(KEY, BYTES);
        assertThat(store.get(KEY, 100)).isEqualTo(BYTES);
    }

    @Test
    void whatIsPutAgainIsYoung() throws Exception {
        store.put(KEY, BYTES);
        Files.setLastModifiedTime(file(), FileTime.from(Instant.EPOCH));
        store.put(KEY, BYTES);
        assertThat(Files.getLastModifiedTime(file()).toInstant())
                .isAfter(Instant.now().minusSeconds(600));
    }

    @Test
    void manyPutTheSameAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch together = new CountDownLatch(8);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    store.put(KEY, BYTES);
                    assertThat(store.get(KEY, 100)).isEqualTo(BYTES);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void noKeyLeadsOutOfTheFolder() throws Exception {
        Path outside = Files.write(folder.resolveSibling(folder.getFileName() + "-outside"), BYTES);
        try {
            for (String key : List.of(
                    "../" + outside.getFileName(),
                    "a/../../" + outside.getFileName(),
                    outside.toString(),
                    "/etc/passwd",
                    "..",
                    ".",
                    "",
                    "a//b",
                    "a/./b",
                    "a\\b",
                    "a\0b",
                    "a\nb",
                    "a/")) {
                assertThatThrownBy(() -> store.get(key, 100)).as(key).isInstanceOf(IOException.class);
                assertThatThrownBy(() -> store.put(key, BYTES)).as(key).isInstanceOf(IOException.class);
                assertThatThrownBy(() -> store.delete(key)).as(key).isInstanceOf(IOException.class);
            }
            Files.createSymbolicLink(folder.resolve("link"), outside);
            assertThatThrownBy(() -> store.get("link", 100)).isInstanceOf(IOException.class);
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void allAreListedAndCanBeDeleted() throws Exception {
        store.put(KEY, BYTES);
        store.put("other/x", BYTES);
        List<StoredObject> found = new ArrayList<>();
        store.list("orders/", found::add);
        assertThat(found).singleElement().satisfies(object -> {
            assertThat(object.key()).isEqualTo(KEY);
            assertThat(object.size()).isEqualTo(BYTES.length);
            assertThat(object.stored()).isAfter(Instant.now().minusSeconds(600));
        });
        store.delete(KEY);
        store.delete(KEY);
        assertThat(store.get(KEY, 100)).isNull();
        assertThat(store.get("other/x", 100)).isEqualTo(BYTES);
    }

    @Test
    void aFolderThatIsMissingOrOpenToEveryoneIsRefused() throws Exception {
        assertThatThrownBy(() -> FileStore.in(folder.resolve("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no folder; create it");
        for (String open : List.of("rwxr-xr-x", "rwx--x--x", "rwx----w-")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(open));
            assertThatThrownBy(() -> FileStore.in(folder)).hasMessageContaining("run chmod o-rwx");
        }
    }
}
