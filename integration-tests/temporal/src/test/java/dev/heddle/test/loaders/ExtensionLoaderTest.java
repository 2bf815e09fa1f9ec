package dev.heddle.test.loaders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.input.ClientOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an extension sees: its own JAR, then the application, and nobody else. */
class ExtensionLoaderTest {
    @TempDir
    static Path folder;

    private static List<String> output;

    /** A library that the application has too. */
    public static final class Library {
        private Library() {}
    }

    /** In one extension only, under a name that the application does not have. */
    public static final class Private {
        private Private() {}
    }

    private static final String HERMIT = Private.class.getName().replace("Private", "Hermits");

    /** Prints whose class it gets for each name. */
    public static final class Looking implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            for (String name : settings.list("names")) {
                System.out.println(
                        settings.extension() + " gets " + name.replaceFirst(".*[.$]", "") + " of " + owner(name));
            }
        }

        private String owner(String name) {
            ClassLoader own = getClass().getClassLoader();
            try {
                ClassLoader owner = Class.forName(name, false, own).getClassLoader();
                return owner == own
                        ? "its own"
                        : owner == ClassLoader.getSystemClassLoader() ? "the application" : "the JDK";
            } catch (ClassNotFoundException nobody) {
                return "nobody";
            }
        }
    }

    @BeforeAll
    static void runApplication() {
        byte[] hermit = new String(ExtensionJarBuilder.bytes(Private.class), StandardCharsets.ISO_8859_1)
                .replace("Private", "Hermits")
                .getBytes(StandardCharsets.ISO_8859_1);
        jar().entry(HERMIT.replace('.', '/') + ".class", hermit).write(folder.resolve("bundling.jar"));
        // The same extension twice, which is wanted where the manifest names it.
        jar().attribute("Heddle-Extension", "sharing")
                .attribute("Heddle-Application-First", "com.example., " + Library.class.getName())
                .write(folder.resolve("sharing.jar"));
        String names = String.join(
                ",",
                Library.class.getName(),
                HERMIT,
                ClientOptions.class.getName(),
                "java.sql.Driver",
                "dev.heddle.agent.log.AgentLog",
                "dev.heddle.agent.assemble.temporal.TemporalLibrary",
                "org.slf4j.simple.SimpleLogger",
                "net.bytebuddy.jar.asm.ClassReader");
        output = ForkedJvm.ofCustomer()
                .agent("extensions=" + folder + ",extension.bundling.names=" + names + ",extension.sharing.names="
                        + names)
                .run(ClientOptions.class.getName())
                .expectSuccess()
                .lines()
                .toList();
    }

    private static ExtensionJarBuilder jar() {
        return new ExtensionJarBuilder().provider(Looking.class).with(Library.class);
    }

    @Test
    void itsOwnLibraryWins() {
        assertThat(output).contains("bundling gets Library of its own");
    }

    @Test
    void theApplicationsLibraryWinsWhereItSaysSo() {
        assertThat(output).contains("sharing gets Library of the application");
    }

    @Test
    void itSeesTheApplicationAndTheJdk() {
        assertThat(output)
                .contains("bundling gets ClientOptions of the application", "bundling gets Driver of the JDK");
    }

    @Test
    void itSeesNoOtherExtension() {
        assertThat(output).contains("bundling gets Hermits of its own", "sharing gets Hermits of nobody");
    }

    @Test
    void itSeesNothingOfTheAgent() {
        assertThat(output)
                .contains(
                        "bundling gets AgentLog of nobody",
                        "bundling gets TemporalLibrary of nobody",
                        "bundling gets SimpleLogger of nobody",
                        "bundling gets ClassReader of nobody");
    }
}
