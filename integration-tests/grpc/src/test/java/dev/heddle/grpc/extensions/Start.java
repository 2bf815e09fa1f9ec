package dev.heddle.grpc.extensions;

import dev.heddle.api.Extension;
import dev.heddle.harness.ExtensionJarBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tests need to start an {@link Application}. */
final class Start {
    private Start() {}

    /** Starts one, with settings as names and values in turn that share a beginning. */
    static Application with(List<Path> extensions, String prefix, String... settings) {
        Map<String, String> named = new HashMap<>();
        for (int at = 0; at < settings.length; at += 2) {
            named.put(prefix + settings[at], settings[at + 1]);
        }
        return new Application(extensions, named);
    }

    /** A JAR with an extension of the test's. */
    static Path packed(Class<? extends Extension> type) {
        try {
            Path folder = Files.createTempDirectory("heddle");
            return new ExtensionJarBuilder().provider(type).write(folder.resolve("custom.jar"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
