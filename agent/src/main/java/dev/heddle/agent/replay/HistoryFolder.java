package dev.heddle.agent.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder and those in it that are named {@code .json}, or one file. */
record HistoryFolder(Path place) implements HistorySource {
    @Override
    public List<Entry> entries() throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(new HistoryFile(place, place.toString()));
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .sorted()
                    .map(file ->
                            (Entry) new HistoryFile(file, place.relativize(file).toString()))
                    .toList();
        }
    }

    private record HistoryFile(Path file, String place) implements Entry {
        @Override
        public History read(SdkReplay sdk) throws Exception {
            return sdk.read(place, Files.readString(file));
        }
    }
}
