package dev.heddle.agent.call;

import dev.heddle.agent.assemble.Library;
import dev.heddle.api.Headers;

/** A call of a library that returns texts. */
final class FakeCall extends AbstractCall {
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
    public String name() {
        return null;
    }

    @Override
    public String id() {
        return null;
    }

    @Override
    public Headers headers() {
        throw new UnsupportedOperationException("a fake has none");
    }

    @Override
    public Object[] arguments() {
        return new Object[0];
    }

    @Override
    public void arguments(Object... arguments) {
        throw new UnsupportedOperationException("a fake has none");
    }

    @Override
    public Object source() {
        return null;
    }
}
