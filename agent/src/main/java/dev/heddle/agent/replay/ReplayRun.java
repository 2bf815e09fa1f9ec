package dev.heddle.agent.replay;

import dev.heddle.agent.status.JUnitXml;
import dev.heddle.agent.status.Json;
import dev.heddle.agent.status.Replayed;
import dev.heddle.agent.status.ReplayedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The whole of a replay: waits for the workers of the application, replays, writes what came of it, and ends the JVM. */
final class ReplayRun implements Runnable {
    private static final int ALL_PASS = 0;
    private static final int SOME_FAIL = 1;
    private static final int NOT_DONE = 2;

    private final ReplayPlan plan;
    private final ReplayFiles files;
    private final CaughtWorkers workers;
    private final ServerCalls calls;
    private final String version;

    ReplayRun(ReplayPlan plan, ReplayFiles files, CaughtWorkers workers, ServerCalls calls, String version) {
        this.plan = plan;
        this.files = files;
        this.workers = workers;
        this.calls = calls;
        this.version = version;
    }

    /** Halts, for what an application does at its end could wait for a server. */
    @Override
    public void run() {
        int exitCode = NOT_DONE;
        try {
            exitCode = replay();
        } catch (NotDoneException said) {
            tell(said.getMessage());
        } catch (Throwable failure) {
            failure.printStackTrace();
            tell("the replay failed: " + failure);
        }
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(exitCode);
    }

    private void tell(String problem) {
        try {
            files.problem(problem);
        } catch (IOException gone) {
            System.err.println("ERROR heddle - " + problem);
        }
    }

    private int replay() throws Exception {
        if (!workers.awaitFirst(plan.patience())) {
            throw new NotDoneException("the application has started no worker in "
                    + plan.patience().toSeconds() + " s" + (workers.isEmpty() ? " and made none" : ", but made one")
                    + "; --patience gives it more time");
        }
        long begin = System.nanoTime();
        List<HistorySource.Entry> entries = entries();
        List<Replayed.History> histories = new Replayer(plan, workers, files).replay(entries);
        Replayed replayed = new Replayed(
                version,
                System.getProperty("java.version"),
                plan.application(),
                where(),
                (System.nanoTime() - begin) / 1_000_000,
                histories,
                notSent());
        write(plan.json(), Json.of(replayed) + "\n");
        write(plan.junit(), JUnitXml.of(replayed));
        files.report(ReplayedText.of(replayed, plan.colours()));
        return replayed.failed() == 0 ? ALL_PASS : SOME_FAIL;
    }

    private List<HistorySource.Entry> entries() throws NotDoneException {
        List<HistorySource.Entry> entries;
        try {
            HistorySource source = plan.from() == null
                    ? new HistoryServer(plan, calls, workers.started().get(0))
                    : new HistoryFolder(plan.from());
            entries = source.entries();
        } catch (Exception failure) {
            throw new NotDoneException("the histories of " + where() + " cannot be read: " + failure.getMessage());
        }
        if (entries.isEmpty()) {
            throw new NotDoneException("there is no history in " + where());
        }
        return entries;
    }

    private String where() {
        if (plan.from() != null) {
            return plan.from().toString();
        }
        String server = plan.address() == null ? "the application's server" : plan.address();
        String which = plan.workflows().isEmpty() ? plan.query() : String.join(", ", plan.workflows());
        return server + (which == null ? "" : ": " + which);
    }

    private List<Replayed.NotSent> notSent() {
        List<Replayed.NotSent> notSent = new ArrayList<>();
        calls.notSent().forEach((call, count) -> notSent.add(new Replayed.NotSent(call, count)));
        return notSent;
    }

    private static void write(Path file, String text) throws NotDoneException {
        try {
            if (file != null) {
                Files.writeString(file, text);
            }
        } catch (IOException failure) {
            throw new NotDoneException("the report cannot be written: " + failure);
        }
    }
}
