package dev.heddle.benchmarks.replay;

import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.ReplayResults;
import io.temporal.testing.WorkflowReplayer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a test does that somebody has written: {@code ReplayByHand FOLDER}. */
public final class ReplayByHand {
    private ReplayByHand() {}

    public static void main(String[] arguments) throws Exception {
        List<Path> files;
        try (Stream<Path> listed = Files.list(Path.of(arguments[0]))) {
            files = listed.sorted().toList();
        }
        long begin = System.nanoTime();
        // Each is read when its turn comes.
        Iterable<WorkflowExecutionHistory> histories =
                () -> files.stream().map(ReplayByHand::read).iterator();
        ReplayResults results = WorkflowReplayer.replayWorkflowExecutions(histories, false, Baskets.BasketImpl.class);
        System.out.println("replayed in " + (System.nanoTime() - begin) / 1e9);
        Runtime.getRuntime().halt(results.hadAnyError() ? 1 : 0);
    }

    private static WorkflowExecutionHistory read(Path file) {
        try {
            return WorkflowExecutionHistory.fromJson(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
