package dev.heddle.interop;

import dev.heddle.harness.ExtensionJarBuilder;
import java.nio.file.Path;

/** The folder that the agent takes its extensions from, here and in forked JVMs. */
final class ExtensionFolder {
    private ExtensionFolder() {}

    /** Puts the {@link PassThroughExtension} in, before the agent looks for it. */
    static void fill() {
        Path folder = Path.of(System.getProperty("test.extensions"));
        new ExtensionJarBuilder()
                .provider(PassThroughExtension.class)
                .write(folder.resolve("heddle-extension-pass.jar"));
    }
}
