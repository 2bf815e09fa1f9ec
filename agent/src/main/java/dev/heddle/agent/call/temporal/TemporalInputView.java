package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.AbstractCall;
import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.api.Headers;
import dev.heddle.api.TemporalCall;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What a call of Temporal carries, which interceptors can change until it goes on. */
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
        Object[] replaced = replacement == null ? null : replacement.arguments();
        Object[] current = replaced == null ? method.arguments().copy(method, source) : replaced;
        return Collections.unmodifiableList(Arrays.asList(current));
    }

    @Override
    public final void setArguments(List<?> others) {
        checkOpen();
        setArguments(health(), others);
    }

    /** Replaces the arguments, on behalf of an extension. */
    final void setArguments(ExtensionHealth by, List<?> others) {
        Object[] checked = others.toArray();
        method.arguments().check(method, source, checked);
        Class<?>[] types = declaredTypes();
        if (types != null) {
            Arguments.check(method, List.of(types), checked);
        }
        replacement = new Replacement(by, checked);
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
        return type.isInstance(source) ? type.cast(source) : null;
    }

    @Override
    public final <T> void replace(Class<T> type, T other) {
        checkOpen();
        replace(health(), type, other);
    }

    /** Replaces the SDK's input, on behalf of an extension. */
    final void replace(ExtensionHealth by, Class<?> type, Object other) {
        if (!type.isInstance(source) || source instanceof Object[] || other.getClass() != source.getClass()) {
            throw new IllegalArgumentException(operation() + " has no " + type.getName() + " that can be replaced");
        }
        source = other;
        replacement = new Replacement(by, null);
        headers = null;
    }

    @Override
    public final Headers headers() {
        if (headers == null) {
            headers = target.runtime().headers().of(method, source);
        }
        return headers;
    }

    /** What the call goes on with, after all changes. */
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

    /** Names who has changed what the call carries, if it has failed for that. */
    final void blame(RuntimeException failure) {
        if (replacement != null) {
            replacement.blame(operation(), failure);
        }
    }

    /** A property of what the call carries, or {@code null}. */
    final Object read(Property property) {
        return method.read(property, source);
    }
}
