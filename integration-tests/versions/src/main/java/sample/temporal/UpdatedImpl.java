package sample.temporal;

import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.Workflow;
import sample.Journal;

/** Waits to be updated. */
public final class UpdatedImpl implements Updated {
    /** Another update. */
    public interface Renamed {
        @UpdateMethod
        String rename(String text);
    }

    @Override
    public void run() {
        Journal.once("workflow inbound execute");
        Journal.call(
                "workflow outbound registerUpdateHandlers", () -> Workflow.registerListener((Renamed) text -> text));
        Workflow.await(() -> false);
    }

    @Override
    public String change(String text) {
        Journal.once("workflow inbound executeUpdate");
        return text;
    }

    @Override
    public void check(String text) {
        Journal.once("workflow inbound validateUpdate");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("it is empty");
        }
    }
}
