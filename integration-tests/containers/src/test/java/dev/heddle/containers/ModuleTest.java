package dev.heddle.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application that is a named module, with nothing on the class path. The SDK's JARs share packages, which modules
 * must not, so they are one module here.
 */
class ModuleTest {
    private static final String SDK = "temporal";

    @TempDir
    Path folder;

    private ModulePath modules;

    @BeforeEach
    void makeModulePath() throws IOException {
        List<Path> libraries = Greetings.jars().stream()
                .filter(jar -> !Greetings.isOfSdk(jar) && !isApplication(jar))
                .toList();
        modules = new ModulePath(Files.createDirectory(folder.resolve("modules")), libraries);
    }

    @Test
    void withTheSdkAsAnAutomaticModule() throws IOException {
        modules.addAutomatic(SDK, jars(Greetings::isOfSdk));
        assertIntercepted();
    }

    /** Which reads no class path, where the API is. */
    @Test
    void withTheSdkAsANamedModule() throws IOException {
        Stream<String> ofTheJdk = Stream.of("java.se", "jdk.management", "jdk.unsupported");
        modules.addNamed(SDK, jars(Greetings::isOfSdk), Stream.concat(ofTheJdk, modules.libraries()));
        assertIntercepted();
    }

    private void assertIntercepted() throws IOException {
        modules.addNamed(
                "greetings",
                jars(ModuleTest::isApplication),
                Stream.of(SDK, "io.grpc", "io.grpc.stub", "io.grpc.netty.shaded"));
        String output = Java.OF_THE_TESTS
                .jvm()
                // An automatic module does not say which others it needs.
                .option("--add-modules=ALL-MODULE-PATH")
                .agent(Greetings.recordingIn(folder.resolve("extensions")))
                .runModule(modules.toString(), "greetings/" + Greetings.MAIN)
                .expectSuccess();
        Greetings.assertIntercepted(output, "1.39.0", 1);
    }

    private static List<Path> jars(Predicate<Path> wanted) {
        return Greetings.jars().stream().filter(wanted).toList();
    }

    private static boolean isApplication(Path jar) {
        return jar.endsWith("greeting-application.jar");
    }
}
