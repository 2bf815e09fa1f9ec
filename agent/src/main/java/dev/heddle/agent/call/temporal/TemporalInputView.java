package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.AbstractCall;
import dev.heddle.agent.call.Chain;
import dev.heddle.api.Headers;
import dev.heddle.api.TemporalCall;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What a call of Temporal carries, which interceptors can change until it goes on. Their views of one call share that: it
 * is kept in the first.
 */
abstract class TemporalInputView extends AbstractCall implements TemporalCall {
    private final CallTarget target;
    private final SdkMethod method;
    private Object source;
    private Replacement replacement;
    private CallHeaders<?> headers;

    TemporalInputView(CallTarget target, SdkMethod method, Object source) {
        this.target = target;
        this.method = method;
        this.source = source;
    }

    /** Another interceptor's view. */
    TemporalInputView(TemporalInputView outer) {
        super(outer);
        this.target = outer.target;
        this.method = outer.method;
    }

    /** Where the fields that change are those of the call. */
    private TemporalInputView shared() {
        return (TemporalInputView) root();
    }

    @Override
    protected final Chain chain() {
        return method.chain();
    }

    final SdkMethod method() {
        return method;
    }

    final CallTarget target() {
        return target;
    }

    @Override
    public final List<Object> arguments() {
        TemporalInputView call = shared();
        Object[] replaced = call.replacement == null ? null : call.replacement.arguments();
        Object[] current = replaced == null ? method.arguments().copy(method, call.source) : replaced;
        return Collections.unmodifiableList(Arrays.asList(current));
    }

    @Override
    public final void setArguments(List<?> others) {
        checkOpen();
        TemporalInputView call = shared();
        Object[] checked = others.toArray();
        method.arguments().check(method, call.source, checked);
        Class<?>[] types = declaredTypes();
        if (types != null) {
            Arguments.check(method, List.of(types), checked);
        }
        call.replacement = new Replacement(health(), checked);
    }

    /** The application's own method that the call arrives at, or {@code null} where there is none that is known. */
    Method declared() {
        return null;
    }

    /** What the arguments must be, by a method of the application's, or {@code null} where nothing says so. */
    Class<?>[] declaredTypes() {
        Method declared = declared();
        return declared == null ? null : declared.getParameterTypes();
    }

    @Override
    public final <T> T unwrap(Class<T> type) {
        Object current = shared().source;
        return type.isInstance(current) ? type.cast(current) : null;
    }

    @Override
    public final <T> void replace(Class<T> type, T other) {
        checkOpen();
        TemporalInputView call = shared();
        Object current = call.source;
        if (!type.isInstance(current) || current instanceof Object[] || other.getClass() != current.getClass()) {
            throw new IllegalArgumentException(operation() + " has no " + type.getName() + " that can be replaced");
        }
        call.source = other;
        call.replacement = new Replacement(health(), null);
        call.headers = null;
    }

    @Override
    public final Headers headers() {
        TemporalInputView call = shared();
        if (call.headers == null) {
            call.headers = target.runtime().headers().of(method, call.source);
        }
        return call.headers;
    }

    /** What the call goes on with, after all changes; of the first view. */
    final Object finalSource() {
        if (replacement != null && replacement.arguments() != null) {
            source = method.arguments().replace(method, source, replacement.arguments());
            replacement = new Replacement(replacement.by(), null);
        }
        if (headers != null) {
            source = headers.write(method.input(), source);
        }
        return source;
    }

    /** Names who has changed what the call carries, if it has failed for that; of the first view. */
    final void blame(RuntimeException failure) {
        if (replacement != null) {
            replacement.blame(operation(), failure);
        }
    }

    /** A property of what the call carries, or {@code null}. */
    final Object read(Property property) {
        return method.read(property, shared().source);
    }
}
