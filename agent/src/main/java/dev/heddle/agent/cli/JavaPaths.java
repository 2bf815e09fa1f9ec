package dev.heddle.agent.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An application that is a class path, a module path, or both. */
final class JavaPaths {
    private static final String ANY = File.separator + "*";

    private JavaPaths() {}

    /**
     * Finds out what is on them; either may be {@code null}.
     *
     * @throws UnfitApplicationException if something is not there or cannot be read, which the JVM passes by in silence
     */
    static Packaging of(String classPath, String modulePath, String module)
            throws IOException, UnfitApplicationException {
        List<String> options = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        if (modulePath != null) {
            List<Path> entries = entries(modulePath, false);
            options.addAll(List.of("-p", modulePath, "--add-modules", module == null ? "ALL-MODULE-PATH" : module));
            titles.add("a module path of " + count(entries, "places") + (module == null ? "" : ", from " + module));
        }
        if (classPath != null) {
            List<Path> entries = entries(classPath, true);
            options.addAll(List.of("-cp", classPath));
            titles.add("a class path of " + count(entries, "places"));
        }
        return new Packaging(String.join(" and ", titles), options, List.of());
    }

    private static String count(List<Path> entries, String many) {
        return entries.size() == 1 ? entries.get(0).toString() : entries.size() + " " + many;
    }

    private static List<Path> entries(String path, boolean ofClasses) throws IOException, UnfitApplicationException {
        List<Path> entries = new ArrayList<>();
        for (String word : path.split(File.pathSeparator)) {
            if (ofClasses && (word.equals("*") || word.endsWith(ANY))) {
                entries.addAll(jarsOf(Path.of(word.equals("*") ? "." : word.substring(0, word.length() - 2))));
            } else if (!word.isEmpty()) {
                entries.add(Path.of(word));
            }
        }
        for (Path entry : entries) {
            if (!Files.isDirectory(entry)) {
                Jars.requireReadable(entry, entry.toString());
            } else if (ofClasses) {
                ClassFiles.requireLoadable(entry, entry);
            }
        }
        return entries;
    }

    private static List<Path> jarsOf(Path folder) throws IOException, UnfitApplicationException {
        if (!Files.isDirectory(folder)) {
            throw new UnfitApplicationException("there is no folder " + folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Jars::isNamed).sorted().toList();
        }
    }
}
