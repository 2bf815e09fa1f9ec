package dev.heddle.containers;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A folder of modules, which it makes of JARs that are none. */
final class ModulePath {
    private final Path folder;
    private final List<Path> libraries;

    /** The libraries are on the path as they are. */
    ModulePath(Path folder, List<Path> libraries) {
        this.folder = folder;
        this.libraries = libraries;
    }

    /** As the JVM's option wants it. */
    @Override
    public String toString() {
        return folder + File.pathSeparator + Greetings.pathOf(libraries);
    }

    /** Adds what several JARs hold as one, which is an automatic module under the name of the file. */
    void addAutomatic(String name, List<Path> jars) throws IOException {
        Set<String> names = new HashSet<>();
        try (JarOutputStream merged = new JarOutputStream(Files.newOutputStream(jar(name)))) {
            for (Path jar : jars) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    for (ZipEntry entry : file.stream().toList()) {
                        if (names.add(entry.getName())) {
                            merged.putNextEntry(new ZipEntry(entry.getName()));
                            file.getInputStream(entry).transferTo(merged);
                        }
                    }
                }
            }
        }
    }

    /** Adds the same as a module that says what it requires, and exports all of its packages. */
    void addNamed(String name, List<Path> jars, Stream<String> requires) throws IOException {
        addAutomatic(name, jars);
        Set<String> packages =
                ModuleFinder.of(jar(name)).find(name).orElseThrow().descriptor().packages();
        String source = Stream.concat(
                        requires.map(module -> "requires " + module + ";"),
                        packages.stream().map(exported -> "exports " + exported + ";"))
                .collect(Collectors.joining("\n", "module " + name + " {\n", "\n}\n"));
        Path classes = Files.createDirectory(folder.resolveSibling(name));
        Path file = Files.writeString(classes.resolve("module-info.java"), source);
        run("javac", "-p", toString(), "--patch-module", name + '=' + jar(name), file.toString());
        run("jar", "--update", "--file", jar(name).toString(), "-C", classes.toString(), "module-info.class");
    }

    /** The names of the libraries, as they are as modules. */
    Stream<String> libraries() {
        return ModuleFinder.of(libraries.toArray(Path[]::new)).findAll().stream()
                .map(module -> module.descriptor().name());
    }

    private Path jar(String name) {
        return folder.resolve(name + ".jar");
    }

    private static void run(String tool, String... arguments) {
        int exitCode = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments);
        if (exitCode != 0) {
            throw new AssertionError(tool + " failed on " + List.of(arguments));
        }
    }
}
