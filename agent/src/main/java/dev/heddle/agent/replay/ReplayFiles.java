package dev.heddle.agent.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What the command reads of a replay: in the folder that it has made {@code progress}, while that goes on, and at its end
 * {@code report}, or {@code problem} if it could not be done.
 */
record ReplayFiles(Path folder) {
    void progress(int replayed, int failed, int of) {
        try {
            write("progress", replayed + " " + failed + " " + of);
        } catch (IOException gone) {
            // The command has ended, and with it whoever wants to know.
        }
    }

    void report(String text) throws IOException {
        write("report", text);
    }

    void problem(String text) throws IOException {
        write("problem", text);
    }

    /** Whole, or not there yet. */
    private void write(String name, String text) throws IOException {
        Path next = folder.resolve(name + ".next");
        Files.writeString(next, text);
        Files.move(next, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
