package dev.heddle.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A line on the terminal that says how far a replay is; nothing where there is no terminal. */
final class ReplayProgress {
    private static final int WIDTH = 30;
    private static final String TO_BEGIN = "\r\u001b[K";

    private final Path file;
    private final boolean there = Terminal.isThere();
    private String shown = "";

    ReplayProgress(Path file) {
        this.file = file;
    }

    void show() throws IOException {
        if (!there) {
            return;
        }
        String line = "the application starts";
        if (Files.exists(file)) {
            String[] numbers = Files.readString(file).split(" ");
            int replayed = Integer.parseInt(numbers[0]);
            int all = Integer.parseInt(numbers[2]);
            int full = (int) ((long) WIDTH * replayed / all);
            line = "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + replayed + " of " + all + " replayed, "
                    + numbers[1] + " failed";
        }
        if (!line.equals(shown)) {
            System.err.print(TO_BEGIN + line);
            shown = line;
        }
    }

    /** Leaves nothing of it. */
    void end() {
        if (there) {
            System.err.print(TO_BEGIN);
        }
    }
}
