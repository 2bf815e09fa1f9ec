package dev.heddle.versions;

import dev.heddle.harness.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/**
 * Why calls of some operations pass unseen in some versions: a line of {@code holes.txt}, with the library, the versions,
 * the category with its operations, and the reason, separated by bars.
 *
 * @param operations with their category, as {@code client start}
 */
record Hole(Library library, Set<String> versions, Set<String> operations, String reason) {
    static List<Hole> all() {
        try {
            return Files.readAllLines(Repository.file("integration-tests/versions/holes.txt")).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> of(line.split(" *\\| *")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Hole of(String[] parts) {
        Library library = Library.of(parts[0]);
        String[] names = parts[2].split(": ");
        Set<String> operations = new java.util.TreeSet<>();
        for (String name : names[1].split(", ")) {
            operations.add(names[0] + ' ' + name);
        }
        return new Hole(library, new Ranges(library.versions()).read(parts[1]), operations, parts[3]);
    }

    boolean explains(Library of, String operation, String version) {
        return library == of && operations.contains(operation) && versions.contains(version);
    }
}
