package dev.heddle.extension.calltree;

import static dev.heddle.api.Selector.ALL;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.io.IOException;
import java.time.Duration;

/**
 * Prints the calls of a process as a tree, for a first look at an application. A call that is made while another one
 * is under way on the same thread is its child; the others stand under the workflow or gRPC service they belong to. What a workflow
 * repeats on replay is counted and not listed. A call without an outcome yet is {@code open}; one whose workflow left the
 * worker's memory or continued as new is {@code stopped}.
 *
 * <p>Settings:
 *
 * <ul>
 *   <li>{@code every}: how often to print, such as {@code 30s}; each page then goes on where the last one ended. By
 *       default once, when the JVM ends or the application goes.
 *   <li>{@code file}: the file to add the pages to; by default they go to {@code System.err}.
 *   <li>{@code trace}: a file to add each call to, as a line of cells with tabs between them. Calls then say in a header
 *       where they come from, so that {@code java -jar heddle-extension-call-tree.jar client.trace worker.trace} prints
 *       what several processes have done as one tree. By default calls get no header.
 *   <li>{@code megabytes}: how large these files may get, by default 10; then one is put aside, as {@code .1}.
 *   <li>{@code limit}: how many lines to keep at most, by default 1000, the newest; all calls of a page are summed up.
 *   <li>{@code headers}: the headers to show, by default {@code userId}.
 *   <li>{@code operations}: what to show, by category, name or both, such as {@code client, workflow outbound
 *       executeActivity, handleSignal}; by default all that is not bookkeeping.
 * </ul>
 *
 * <p>It stands outside all other extensions, so it sees the calls that they answer or refuse. It writes nothing on the
 * application's threads.
 */
public final class CallTree implements Extension {
    private Output output;

    /** Lines of a page change nothing that a workflow does. */
    @Override
    public boolean onlyObservesWorkflows() {
        return true;
    }

    @Override
    public void register(Interceptors interceptors, Settings settings) throws IOException {
        Tree tree = new Tree(settings.get("limit", 1000));
        String trace = settings.get("trace", "");
        Recorder recorder = new Recorder(
                tree, settings.list("headers", "userId"), trace.isEmpty() ? Marks.NONE : new Marks(), System::nanoTime);
        interceptors.on(ALL.matching(new Wanted(settings.list("operations"))), recorder);
        output = Output.start(
                tree,
                settings.get("file", ""),
                trace,
                settings.get("megabytes", 10) * 1_000_000L,
                settings.get("every", Duration.ZERO));
    }

    @Override
    public int order() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void close() {
        if (output != null) {
            output.close();
        }
    }
}
