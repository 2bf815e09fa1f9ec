package dev.heddle.realserver.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Temporal's command line, which has a server for development. */
record TemporalCommand(Path program) implements ServerProgram {
    @Override
    public List<String> startCommand(int port, Path folder) {
        List<String> words = new ArrayList<>(List.of(
                program.toString(), "server", "start-dev", "--headless", "--ip", "127.0.0.1", "--port", "" + port));
        for (String feature : FEATURES) {
            words.addAll(List.of("--dynamic-config-value", feature + "=true"));
        }
        return words;
    }
}
