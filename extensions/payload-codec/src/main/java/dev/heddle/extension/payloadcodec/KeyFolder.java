package dev.heddle.extension.payloadcodec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder with a file for each key, whose name is the key's ID. Hidden files are none, such as those that Kubernetes
 * keeps beside a mounted secret.
 */
record KeyFolder(String setting, Path folder) implements KeySource {
    @Override
    public KeyRing read() {
        Map<String, byte[]> keys = new TreeMap<>();
        try {
            PrivateFile.requirePrivate(folder);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    String id = file.getFileName().toString();
                    if (!id.startsWith(".")) {
                        keys.put(id, KeyText.parse(id, PrivateFile.read(file)));
                    }
                }
            }
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException("does not exist; create it, with a file for each key", missing);
        } catch (NotDirectoryException file) {
            throw new IllegalArgumentException("is no folder; name the one that has a file for each key", file);
        } catch (AccessDeniedException denied) {
            throw new IllegalArgumentException(
                    "may not be read by this process (" + denied.getFile() + "); make its user the owner", denied);
        } catch (IOException | DirectoryIteratorException | UncheckedIOException unreadable) {
            throw new IllegalArgumentException("cannot be read (" + unreadable + "); repair that", unreadable);
        }
        return KeyRing.of(keys);
    }

    @Override
    public String toString() {
        return setting + " " + folder;
    }
}
