package dev.heddle.agent.call;

/** The view of an interceptor that is not the first; all that is not its own is the call's. */
public abstract class InnerCall extends CallView {
    private final AbstractCall call;

    /** A view of a call. */
    protected InnerCall(AbstractCall call) {
        this.call = call;
    }

    @Override
    protected final AbstractCall call() {
        return call;
    }
}
