package sample.temporal;

import io.temporal.workflow.Workflow;
import java.util.concurrent.Semaphore;
import sample.Journal;

/** Waits. */
public final class OtherImpl implements Other {
    /** One for each greeting. */
    static final Semaphore GREETED = new Semaphore(0);

    @Override
    public String run() {
        Journal.once("workflow inbound execute");
        Workflow.await(() -> false);
        return "never";
    }

    @Override
    public void greet(String greeting) {
        Journal.once("workflow inbound handleSignal");
        GREETED.release();
    }
}
