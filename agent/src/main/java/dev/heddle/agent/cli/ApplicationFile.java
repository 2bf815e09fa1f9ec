package dev.heddle.agent.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** An application that is one file or folder: a JAR, a JAR of Spring Boot, a WAR, or what somebody has unpacked of these. */
final class ApplicationFile {
    private static final String BOOT = "BOOT-INF/";
    private static final String WEB = "WEB-INF/";

    private final Path file;
    private final Path workspace;

    /** The workspace is for what is packed in it. */
    ApplicationFile(Path file, Path workspace) {
        this.file = file;
        this.workspace = workspace;
    }

    /**
     * Finds out what it is.
     *
     * @throws UnfitApplicationException if it is none of these, or cannot be read
     */
    Packaging packaging() throws UnfitApplicationException, IOException {
        if (!Files.isDirectory(file)) {
            return ofFile();
        }
        for (String folder : List.of(BOOT, WEB)) {
            if (Files.isDirectory(file.resolve(folder))) {
                return nested(file, folder);
            }
        }
        ClassFiles.requireLoadable(file, file);
        return new Packaging(file + ", a folder of classes", List.of("-cp", file.toString()), List.of());
    }

    private Packaging ofFile() throws UnfitApplicationException, IOException {
        try (JarFile jar = Jars.open(file)) {
            for (String folder : List.of(BOOT, WEB)) {
                if (jar.stream().anyMatch(entry -> entry.getName().startsWith(folder))) {
                    unpack(jar, folder);
                    requireLoadableMain(jar, folder + "classes/");
                    return nested(workspace, folder);
                }
            }
            if (jar.stream().anyMatch(entry -> entry.getName().endsWith(".war"))) {
                throw new UnfitApplicationException(file + " holds WARs; unpack it and check each of them");
            }
            requireLoadableMain(jar, "");
            return new Packaging(file + ", a JAR" + others(jar), List.of("-cp", file.toString()), List.of());
        }
    }

    private void unpack(JarFile jar, String folder) throws IOException, UnfitApplicationException {
        for (JarEntry entry : jar.stream().toList()) {
            if (!entry.isDirectory() && entry.getName().startsWith(folder)) {
                Path target = workspace.resolve(entry.getName()).normalize();
                if (!target.startsWith(workspace)) {
                    throw new UnfitApplicationException(file + " has an entry that leaves it: " + entry.getName());
                }
                Files.createDirectories(target.getParent());
                Files.copy(jar.getInputStream(entry), target);
            }
        }
    }

    private Packaging nested(Path root, String folder) throws IOException, UnfitApplicationException {
        Path classes = root.resolve(folder).resolve("classes");
        List<Path> places = new ArrayList<>(List.of(classes));
        for (String libraries : List.of("lib", "lib-provided")) {
            Path found = root.resolve(folder).resolve(libraries);
            if (Files.isDirectory(found)) {
                try (Stream<Path> jars = Files.list(found)) {
                    places.addAll(jars.filter(Jars::isNamed).sorted().toList());
                }
            }
        }
        for (Path jar : places.subList(1, places.size())) {
            Jars.requireReadable(jar, file + " holds " + root.relativize(jar) + ", which");
        }
        if (Files.isDirectory(classes)) {
            ClassFiles.requireLoadable(classes, file);
        }
        String kind = folder.equals(BOOT) ? "a JAR of Spring Boot" : "a WAR";
        return new Packaging(file + ", " + kind + " with " + (places.size() - 1) + " libraries", List.of(), places);
    }

    private void requireLoadableMain(JarFile jar, String folder) throws IOException, UnfitApplicationException {
        Manifest manifest = Jars.manifest(jar, file);
        for (String name : List.of("Start-Class", "Main-Class")) {
            String main = manifest.getMainAttributes().getValue(name);
            JarEntry entry = main == null ? null : jar.getJarEntry(folder + main.replace('.', '/') + ".class");
            if (entry != null) {
                ClassFiles.requireLoadable(main, jar.getInputStream(entry), file);
            }
        }
    }

    /** Those that the JVM finds by the manifest. */
    private String others(JarFile jar) throws IOException, UnfitApplicationException {
        String path = Jars.manifest(jar, file).getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        if (path == null) {
            return "";
        }
        long found = 0;
        for (String each : path.strip().split("\\s+")) {
            if (new File(file.toAbsolutePath().getParent().toFile(), each).exists()) {
                found++;
            }
        }
        return " with " + found + " others that its manifest names";
    }
}
