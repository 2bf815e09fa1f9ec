package dev.heddle.agent.call;

import dev.heddle.agent.assemble.Library;
import dev.heddle.api.Attribute;
import dev.heddle.api.Headers;
import java.util.List;

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
    public List<Object> arguments() {
        return List.of();
    }

    @Override
    public void setArguments(List<?> arguments) {
        checkOpen();
    }

    @Override
    public <T> T get(Attribute<T> attribute) {
        return null;
    }

    @Override
    public <T> void set(Attribute<T> attribute, T value) {
        throw new UnsupportedOperationException("a fake has none");
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return null;
    }

    @Override
    public <T> void replace(Class<T> type, T replacement) {
        throw new IllegalArgumentException("a fake has none");
    }

    private static final class Inner extends InnerCall {
        Inner(FakeCall call) {
            super(call);
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
        public List<Object> arguments() {
            return List.of();
        }

        @Override
        public void setArguments(List<?> arguments) {
            checkOpen();
        }

        @Override
        public <T> T get(Attribute<T> attribute) {
            return null;
        }

        @Override
        public <T> void set(Attribute<T> attribute, T value) {
            throw new UnsupportedOperationException("a fake has none");
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return null;
        }

        @Override
        public <T> void replace(Class<T> type, T replacement) {
            throw new IllegalArgumentException("a fake has none");
        }
    }
}
