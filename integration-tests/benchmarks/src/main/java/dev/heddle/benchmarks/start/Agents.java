package dev.heddle.benchmarks.start;

import dev.heddle.benchmarks.ExtensionJar;
import dev.heddle.benchmarks.Setting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes the JARs that JVMs are started with. */
final class Agents {
    private final Setting setting;

    Agents(Setting setting) {
        this.setting = setting;
    }

    /** The JVM's options of an arm, and the files that they name. */
    List<String> options(StartArm arm) throws IOException {
        return switch (arm) {
            case NONE -> List.of();
            case TRIVIAL -> List.of("-javaagent:" + trivial());
            case BY_HAND, TEN_BY_HAND -> List.of("-Dinterceptors=" + arm.count());
            case NO_EXTENSION, ONE_EXTENSION, TEN_EXTENSIONS ->
                List.of("-javaagent:" + setting.agent() + "=extensions=" + extensions(arm));
        };
    }

    private Path trivial() throws IOException {
        Path jar = setting.folder().resolve("trivial.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        // Its class is on the class path.
        manifest.getMainAttributes().putValue("Premain-Class", TrivialAgent.class.getName());
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        return jar;
    }

    private Path extensions(StartArm arm) throws IOException {
        Path folder = Files.createDirectories(setting.folder().resolve(arm.name()));
        for (int i = 0; i < arm.count(); i++) {
            ExtensionJar.write(folder.resolve("passes-" + i + ".jar"), "dev.heddle.benchmarks.call.MeasuredExtension");
        }
        return folder;
    }
}
