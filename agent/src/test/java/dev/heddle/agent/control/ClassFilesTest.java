package dev.heddle.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether what a loader finds under a class's name is the class's own file. */
class ClassFilesTest {
    private static final String NAME = ClassFilesTest.class.getName().replace('.', '/');

    @TempDir
    Path folder;

    /** Defines the class of this test itself. */
    private static final class ChildFirst extends URLClassLoader {
        ChildFirst(URL place, ClassLoader parent) {
            super(new URL[] {place}, parent);
        }

        Class<?> load() throws ClassNotFoundException {
            return findClass(ClassFilesTest.class.getName());
        }
    }

    private URL copy() throws Exception {
        Path file = folder.resolve(NAME + ".class");
        Files.createDirectories(file.getParent());
        try (InputStream in = ClassFilesTest.class.getResourceAsStream("ClassFilesTest.class")) {
            Files.copy(in, file);
        }
        return folder.toUri().toURL();
    }

    @Test
    void thoseOfTheApplicationsLoaderAre() {
        assertThat(ClassFiles.isOf(ClassFilesTest.class, NAME)).isTrue();
    }

    @Test
    void aLoaderThatHasTheClassAloneFindsIt() throws Exception {
        try (ChildFirst loader = new ChildFirst(copy(), ClassLoader.getPlatformClassLoader())) {
            assertThat(ClassFiles.isOf(loader.load(), NAME)).isTrue();
        }
    }

    @Test
    void aLoaderWhoseParentHasItTooMayNot() throws Exception {
        try (ChildFirst loader = new ChildFirst(copy(), ClassFilesTest.class.getClassLoader())) {
            assertThat(ClassFiles.isOf(loader.load(), NAME)).isFalse();
        }
    }

    @Test
    void thereIsNoneOfAClassThatIsMadeAsItRuns() throws Exception {
        class Making extends ClassLoader {
            Class<?> make() throws Exception {
                try (InputStream in = ClassFilesTest.class.getResourceAsStream("ClassFilesTest.class")) {
                    byte[] file = in.readAllBytes();
                    return defineClass(ClassFilesTest.class.getName(), file, 0, file.length);
                }
            }
        }
        assertThat(ClassFiles.isOf(new Making().make(), NAME)).isFalse();
    }
}
