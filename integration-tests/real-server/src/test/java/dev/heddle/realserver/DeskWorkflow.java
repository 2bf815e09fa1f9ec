package dev.heddle.realserver;

import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/** The notes are separated by commas. */
public final class DeskWorkflow implements Desk {
    private final List<String> notes = new ArrayList<>();
    private boolean closed;

    @Override
    public String open(String first) {
        notes.add(0, first);
        Workflow.await(() -> closed);
        return notes();
    }

    @Override
    public void note(String text) {
        notes.add(text);
    }

    @Override
    public int take(String text) {
        notes.add(text);
        return notes.size();
    }

    @Override
    public String notes() {
        return String.join(",", notes);
    }

    @Override
    public void close() {
        closed = true;
    }
}
