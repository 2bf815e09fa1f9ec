package dev.heddle.agent.assemble.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.heddle.agent.settings.AgentSettings;
import java.io.File;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are opened as extensions, and that what is opened is what was checked. */
class FileTrustTest {
    @TempDir
    Path parent;

    private Path folder;
    private File jar;
    private final FileTrust trust = trust("check");

    @BeforeEach
    void write() throws IOException {
        parent = parent.toRealPath();
        folder = folder("extensions");
        jar = jar(folder.resolve("a.jar"), "good");
    }

    private static FileTrust trust(String rights) {
        return new FileTrust(AgentSettings.with(Map.of("extensions.rights", rights)));
    }

    private Path folder(String name) throws IOException {
        return allow(Files.createDirectories(parent.resolve(name)), "rwxr-xr-x");
    }

    private static Path allow(Path file, String rights) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private static File jar(Path file, String content) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new JarEntry("text"));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return allow(file, "rw-r--r--").toFile();
    }

    private static String read(FileTrust trust, File file) throws IOException, UntrustedException {
        try (JarFile open = trust.open(file)) {
            return new String(open.getInputStream(open.getEntry("text")).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatOnlyItsOwnerCanWriteIsRead() throws Exception {
        trust.requireFolder(folder.toFile());
        trust.requireRights(jar);
        assertThat(read(trust, jar)).isEqualTo("good");
    }

    @Test
    void aFileThatOthersCanWriteIsRefused() throws Exception {
        for (String rights : new String[] {"rw-rw-r--", "rw-r--rw-", "rwxrwxrwx"}) {
            allow(jar.toPath(), rights);
            assertThatThrownBy(() -> trust.open(jar))
                    .isInstanceOf(UntrustedException.class)
                    .hasMessageStartingWith("others than its owner may write " + jar + " (" + rights + ", ")
                    .hasMessageEndingWith("; chmod go-w " + jar + ", or set heddle.extensions.rights=ignore");
            assertThatThrownBy(() -> trust.requireRights(jar)).isInstanceOf(UntrustedException.class);
        }
    }

    @Test
    void aFileOfAFolderThatOthersCanWriteIsRefused() throws Exception {
        allow(folder, "rwxrwxr-x");
        assertThatThrownBy(() -> trust.requireFolder(folder.toFile()))
                .hasMessageContaining("chmod go-w " + folder + ", or");
        assertThatThrownBy(() -> trust.open(jar)).isInstanceOf(UntrustedException.class);
        allow(folder, "rwxrwxrwx");
        assertThatThrownBy(() -> trust.open(jar)).isInstanceOf(UntrustedException.class);
    }

    @Test
    void aFileOfAnotherUserIsRefused() throws Exception {
        assumeThat(Files.getAttribute(parent, "unix:uid"))
                .as("only root can give files away")
                .isEqualTo(0);
        Files.setAttribute(jar.toPath(), "unix:uid", 4711);
        assertThatThrownBy(() -> trust.open(jar))
                .isInstanceOf(UntrustedException.class)
                .hasMessageStartingWith(jar + " belongs to 4711, who could change it; chown it to root or ");
        Files.setAttribute(jar.toPath(), "unix:uid", 0);
        Files.setAttribute(folder, "unix:uid", 4711);
        assertThatThrownBy(() -> trust.requireFolder(folder.toFile())).isInstanceOf(UntrustedException.class);
        assertThatThrownBy(() -> trust.open(jar)).isInstanceOf(UntrustedException.class);
    }

    @Test
    void aLinkThatLeavesTheFolderIsRefused() throws Exception {
        File elsewhere = jar(folder("elsewhere").resolve("b.jar"), "other");
        File link = Files.createSymbolicLink(folder.resolve("b.jar"), elsewhere.toPath())
                .toFile();
        assertThatThrownBy(() -> trust.open(link))
                .isInstanceOf(UntrustedException.class)
                .hasMessageStartingWith(
                        link + " is a link that leaves its folder, to " + elsewhere + "; copy the file there");
        assertThat(read(trust("ignore"), link)).isEqualTo("other");
    }

    /** {@code a.jar -> ..data/a.jar}, {@code ..data -> ..2026_11_22}: Kubernetes swaps the second link. */
    @Test
    void theLinksOfAConfigMapAreFollowed() throws Exception {
        Path first = folder("extensions/..2026_11_22");
        jar(first.resolve("c.jar"), "first");
        Files.createSymbolicLink(folder.resolve("..data"), first.getFileName());
        File link = Files.createSymbolicLink(folder.resolve("c.jar"), Path.of("..data/c.jar"))
                .toFile();
        assertThat(read(trust, link)).isEqualTo("first");
        Path second = folder("extensions/..2026_11_23");
        jar(second.resolve("c.jar"), "second");
        Files.createSymbolicLink(folder.resolve("..tmp"), second.getFileName());
        Files.move(folder.resolve("..tmp"), folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        assertThat(read(trust, link)).isEqualTo("second");
        allow(second, "rwxrwxrwx");
        assertThatThrownBy(() -> trust.open(link)).hasMessageContaining("chmod go-w " + second);
    }

    @Test
    void theFolderItselfMayBeALink() throws Exception {
        Path current = Files.createSymbolicLink(parent.resolve("current"), folder);
        trust.requireFolder(current.toFile());
        assertThat(read(trust, current.resolve("a.jar").toFile())).isEqualTo("good");
    }

    @Test
    void anOverrideAndNothingElseLoadsItAllTheSame() throws Exception {
        allow(jar.toPath(), "rw-rw-rw-");
        assertThat(read(trust("ignore"), jar)).isEqualTo("good");
        assertThatThrownBy(() -> trust("off").open(jar))
                .hasMessageEndingWith(
                        "(heddle.extensions.rights is 'off' and should be check or ignore; check is used)");
    }

    @Test
    void theCopyIsItsOwnersAlone() throws IOException {
        File copy = PrivateCopy.emptyFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.toPath())))
                .isEqualTo("rw-------");
        assertThat(copy.delete()).isTrue();
    }

    /** Somebody who may rename the folder puts another in its place between the check and the opening. */
    @Test
    void whatIsOpenedIsInTheFolderThatWasChecked() throws Exception {
        Path other = folder("other");
        jar(other.resolve("a.jar"), "evil");
        allow(other, "rwxrwxrwx");
        String good = Files.getAttribute(jar.toPath(), "unix:ino").toString();
        try (OpenFolder open = OpenFolder.of(folder)) {
            Files.move(folder, parent.resolve("away"));
            Files.move(other, folder);
            assertThat(PosixFilePermissions.toString(open.attributes().permissions()))
                    .isEqualTo("rwxr-xr-x");
            Path name = Path.of("a.jar");
            assertThat(open.attributes(name).fileKey().toString()).contains("ino=" + good);
            try (SeekableByteChannel channel = open.open(name)) {
                assertThat(new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.ISO_8859_1))
                        .isNotEmpty()
                        .isEqualTo(Files.readString(parent.resolve("away/a.jar"), StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Test
    void whatIsWrittenWhileItIsReadIsRefused() throws Exception {
        try (CheckedFile file = CheckedFile.open(jar, new FileRights(AgentSettings.with(Map.of())))) {
            file.requireUnchanged();
            Files.writeString(jar.toPath(), "more", StandardOpenOption.APPEND);
            assertThatThrownBy(file::requireUnchanged).hasMessageContaining("it has changed while it was read");
        }
    }
}
