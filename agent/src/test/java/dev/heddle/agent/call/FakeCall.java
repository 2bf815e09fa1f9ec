package dev.heddle.agent.call;

import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Operation;
import dev.heddle.api.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A call of a library that returns texts. */
final class FakeCall extends AbstractCall implements CallOfNothing {
    static final Operation OPERATION = Operation.of(Category.CLIENT, "start", true);

    /** What the library has heard of refusals: the extension, and the refusal's message. */
    final List<String> refusals = new ArrayList<>();

    /** What interceptors had seen whose own answers have been accepted. */
    final List<Object> seen = new ArrayList<>();

    private final Chain chain;
    private final Library library;
    /** What is open on the thread; {@code null} as of most calls. */
    OpenScopes open;

    /** Where the call arrives. */
    @FunctionalInterface
    interface Library {
        Object arrive() throws Throwable;
    }

    /** What an interceptor does. */
    @FunctionalInterface
    interface Step extends Interceptor<Call> {}

    FakeCall(Chain chain, Library library) {
        this.chain = chain;
        this.library = library;
    }

    /** One that passes interceptors of the same extension, outermost first. */
    static FakeCall of(ExtensionHealth health, Library library, Step... interceptors) {
        return of(library, Stream.of(interceptors).map(step -> new Link(health, step)));
    }

    /** One that passes these. */
    static FakeCall of(Library library, Stream<Link> links) {
        return new FakeCall(new Chain(OPERATION, links.toList()), library);
    }

    @Override
    protected Object promised(ExtensionHealth health, Object answer, Object before) {
        seen.add(before);
        return super.promised(health, answer, before);
    }

    @Override
    protected OpenScopes openScopes() {
        return open == null ? super.openScopes() : open;
    }

    @Override
    protected void refusedBy(String extension, RefusedException refusal) {
        super.refusedBy(extension, refusal);
        refusals.add(extension + ": " + refusal.getMessage());
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
