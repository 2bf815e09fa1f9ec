package dev.heddle.agent.call;

import java.util.List;

/** A call of a library that returns texts. */
final class FakeCall extends AbstractCall implements CallOfNothing {
    private final Chain chain;
    private final Library library;

    /** Where the call arrives. */
    @FunctionalInterface
    interface Library {
        Object arrive() throws Throwable;
    }

    FakeCall(Chain chain, Library library) {
        this.chain = chain;
        this.library = library;
    }

    @Override
    protected InnerCall inner() {
        return new Inner(this);
    }

    @Override
    protected Chain chain() {
        return chain;
    }

    @Override
    protected Object arrive() throws Throwable {
        return library.arrive();
    }

    @Override
    protected boolean accepts(Object answer) {
        return answer instanceof String;
    }

    @Override
    public void setArguments(List<?> arguments) {
        checkOpen();
    }

    private static final class Inner extends InnerCall implements CallOfNothing {
        Inner(FakeCall call) {
            super(call);
        }

        @Override
        public void setArguments(List<?> arguments) {
            checkOpen();
        }
    }
}
