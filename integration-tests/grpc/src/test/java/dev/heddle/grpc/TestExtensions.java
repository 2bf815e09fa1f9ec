package dev.heddle.grpc;

import dev.heddle.api.Extension;
import dev.heddle.harness.ExtensionJarBuilder;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Packs the extensions before the agent looks for them, and listens to what the agent logs. */
final class TestExtensions {
    private static final ByteArrayOutputStream LOG = new ByteArrayOutputStream();

    private TestExtensions() {}

    static void pack() {
        PrintStream original = System.err;
        System.setErr(new PrintStream(
                new OutputStream() {
                    @Override
                    public synchronized void write(int character) {
                        LOG.write(character);
                        original.write(character);
                    }
                },
                true,
                StandardCharsets.UTF_8));
        Path folder = Path.of(System.getProperty("test.extensions"));
        pack(folder, "outer", OuterExtension.class);
        pack(folder, "inner", InnerExtension.class);
        pack(folder, "guard", GuardExtension.class);
    }

    /** What the agent has logged. */
    static String log() {
        return LOG.toString(StandardCharsets.UTF_8);
    }

    static void pack(Path folder, String name, Class<? extends Extension> type) {
        new ExtensionJarBuilder().provider(type).write(folder.resolve("heddle-extension-" + name + ".jar"));
    }
}
