package dev.heddle.operator;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** The order application in the forms in which applications are shipped. */
final class PackedApplication {
    private PackedApplication() {}

    /** The JARs that it consists of, its own first. */
    static List<Path> jars() throws IOException {
        Path own = OrderProcess.TARGET.resolve("order-application.jar");
        try (Stream<Path> libraries = Files.list(OrderProcess.TARGET.resolve("lib"))) {
            return Stream.concat(Stream.of(own), libraries.sorted()).toList();
        }
    }

    static String classPath() throws IOException {
        return jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** A JAR with JARs in it, as Spring Boot and WARs have them, under {@code BOOT-INF} or {@code WEB-INF}. */
    static Path nested(Path file, String folder) throws IOException {
        try (JarOutputStream packed = open(file, Map.of("Start-Class", "orders.OrderWorker"))) {
            List<Path> jars = jars();
            try (JarFile own = new JarFile(jars.get(0).toFile())) {
                for (ZipEntry entry :
                        own.stream().filter(each -> !each.isDirectory()).toList()) {
                    packed.putNextEntry(new ZipEntry(folder + "/classes/" + entry.getName()));
                    own.getInputStream(entry).transferTo(packed);
                }
            }
            for (Path library : jars.subList(1, jars.size())) {
                store(packed, folder + "/lib/" + library.getFileName(), Files.readAllBytes(library));
            }
        }
        return file;
    }

    /** A JAR with the classes of all of them, and a manifest of the application's. */
    static Path shaded(Path file) throws IOException {
        Map<String, String> manifest = Map.of(
                "Implementation-Title", "Orders", "Implementation-Version", "99.9", "Main-Class", "orders.OrderWorker");
        try (JarOutputStream packed = open(file, manifest)) {
            Set<String> names = new HashSet<>(Set.of(JarFile.MANIFEST_NAME));
            for (Path jar : jars()) {
                try (JarFile of = new JarFile(jar.toFile())) {
                    for (ZipEntry entry : of.stream().toList()) {
                        if (!entry.isDirectory() && names.add(entry.getName())) {
                            packed.putNextEntry(new ZipEntry(entry.getName()));
                            of.getInputStream(entry).transferTo(packed);
                        }
                    }
                }
            }
        }
        return file;
    }

    /** A JAR with one file in it. */
    static Path with(Path file, String name, byte[] content) throws IOException {
        try (JarOutputStream packed = open(file, Map.of("Main-Class", "app.Main"))) {
            store(packed, name, content);
        }
        return file;
    }

    private static JarOutputStream open(Path file, Map<String, String> attributes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach(manifest.getMainAttributes()::putValue);
        OutputStream out = Files.newOutputStream(file);
        return new JarOutputStream(out, manifest);
    }

    /** Spring Boot wants them not packed once more. */
    private static void store(JarOutputStream packed, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        packed.putNextEntry(entry);
        packed.write(content);
        packed.closeEntry();
    }
}
