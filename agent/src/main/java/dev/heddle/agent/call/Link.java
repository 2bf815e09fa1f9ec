package dev.heddle.agent.call;

import dev.heddle.api.Call;
import dev.heddle.api.Interceptor;

/**
 * One interceptor in a chain.
 *
 * @param health of the extension it belongs to
 * @param interceptor understands every call of the chains it is linked into
 * @param counter counts its calls; {@code null} if nobody wants to know
 */
public record Link(ExtensionHealth health, Interceptor<Call> interceptor, CallCounter counter) {
    /** A link whose calls are not counted. */
    public Link(ExtensionHealth health, Interceptor<Call> interceptor) {
        this(health, interceptor, null);
    }

    /** The same, and its calls are counted. */
    public Link counted(CallCounter by) {
        return new Link(health, interceptor, by);
    }

    /** Has the interceptor do its turn. */
    public Object intercept(Call call) throws Throwable {
        return counter == null ? interceptor.intercept(call) : counter.count(interceptor, call);
    }

    /** Whether a call is being measured here, maybe this one. */
    boolean isMeasuring() {
        return counter != null && counter.isMeasuring();
    }
}
