package dev.heddle.extension.determinism;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/**
 * Leaves of a package what obfuscators leave by default: classes of one letter in no package, members of one letter, no
 * lines and no source files. Interfaces keep their names and methods, as rules for Temporal's have it.
 */
final class Obfuscator extends Remapper {
    private static final Path CLASSES = Path.of("target", "test-classes").toAbsolutePath();

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, String> members = new TreeMap<>();

    /** @param kept the classes that keep their names, with those nested in them, and their members */
    Obfuscator(String packageName, String... kept) throws IOException {
        super(Opcodes.ASM9);
        try (Stream<Path> folder = Files.list(CLASSES.resolve(packageName))) {
            for (Path file : folder.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                ClassReader reader = new ClassReader(bytes);
                files.put(reader.getClassName(), bytes);
                boolean stays = List.of(kept).contains(reader.getClassName().replaceFirst("\\$.*", ""));
                if (!stays) {
                    names.put(reader.getClassName(), letter(names.size()));
                }
            }
        }
    }

    private static String letter(int number) {
        return (number < 26 ? "" : letter(number / 26 - 1)) + (char) ('a' + number % 26);
    }

    /** What a class is called now, with dots. */
    String name(Class<?> type) {
        return map(type.getName().replace('.', '/')).replace('/', '.');
    }

    /** What a method of a class is called now. */
    String method(String name) {
        return members.get(name);
    }

    @Override
    public String map(String internalName) {
        return names.getOrDefault(internalName, internalName);
    }

    /** Those that nobody outside calls. */
    @Override
    public String mapMethodName(String owner, String name, String descriptor) {
        boolean own = names.containsKey(owner) && (name.startsWith("lambda$") || name.equals("stick"));
        return own ? members.computeIfAbsent(name, none -> letter(members.size())) : name;
    }

    @Override
    public String mapFieldName(String owner, String name, String descriptor) {
        return names.containsKey(owner) ? members.computeIfAbsent(name, none -> letter(members.size())) : name;
    }

    Path write(Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (byte[] file : files.values()) {
                ClassWriter writer = new ClassWriter(0);
                ClassReader reader = new ClassReader(file);
                reader.accept(new ClassRemapper(writer, this), ClassReader.SKIP_DEBUG);
                out.putNextEntry(new JarEntry(map(reader.getClassName()) + ".class"));
                out.write(writer.toByteArray());
                out.closeEntry();
            }
        }
        return jar;
    }
}
