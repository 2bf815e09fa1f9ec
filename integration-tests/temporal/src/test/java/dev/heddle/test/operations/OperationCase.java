package dev.heddle.test.operations;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.NexusOperationInboundCallsInterceptor;
import io.temporal.common.interceptors.NexusOperationOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.function.Executable;

/**
 * A row of the table: an operation of the SDK, how the application's code reaches it, and what must be seen of it.
 *
 * @param <S> the SDK's interface
 */
public final class OperationCase<S> {
    private final Class<S> surface;
    private final String name;
    private final Invocation<S> invocation;
    private final Map<String, Object> identity = new TreeMap<>();
    private Supplier<Object> output = () -> null;
    private Function<Object, Object> value = Function.identity();
    private Supplier<Object> other;
    private String fixedArguments;
    private boolean anyAnswer;
    private int argument = -1;
    private Object replacement = "changed";

    /** Calls the operation and returns what it returns. */
    @FunctionalInterface
    interface Invocation<S> {
        Object invoke(S surface, Sample sample) throws Throwable;
    }

    /** The same of a method that returns nothing. */
    @FunctionalInterface
    interface VoidInvocation<S> {
        void invoke(S surface, Sample sample) throws Throwable;
    }

    private OperationCase(Class<S> surface, String name, Invocation<S> invocation) {
        this.surface = surface;
        this.name = name;
        this.invocation = invocation;
    }

    static <S> OperationCase<S> operation(Class<S> surface, String name, Invocation<S> invocation) {
        return new OperationCase<>(surface, name, invocation);
    }

    static <S> OperationCase<S> procedure(Class<S> surface, String name, VoidInvocation<S> invocation) {
        return new OperationCase<>(surface, name, (next, sample) -> {
            invocation.invoke(next, sample);
            return null;
        });
    }

    /** What the call tells of itself beyond who is calling: {@code name=value} pairs, separated by blanks. */
    OperationCase<S> identity(String pairs) {
        for (String pair : pairs.split(" ")) {
            int equals = pair.indexOf('=');
            identity.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return this;
    }

    /** What the SDK returns, the value in it that interceptors see, and another such value. */
    <O, V> OperationCase<S> returns(Supplier<O> output, Function<O, V> value, Supplier<V> other) {
        this.output = output::get;
        @SuppressWarnings("unchecked")
        Function<Object, Object> opened = returned -> value.apply((O) returned);
        this.value = opened;
        this.other = other::get;
        return this;
    }

    /** What the SDK returns, which is the value. */
    <V> OperationCase<S> returns(Supplier<V> output, Supplier<V> other) {
        return returns(output, Function.identity(), other);
    }

    /** An output that is there without a value. */
    OperationCase<S> returnsEmpty(Supplier<?> output) {
        this.output = output::get;
        return this;
    }

    /** Says that whatever an interceptor answers will do. */
    OperationCase<S> anyAnswer() {
        anyAnswer = true;
        return this;
    }

    /** Which argument can be replaced, and by what; else the first that is a text. */
    OperationCase<S> argument(int index, Object by) {
        argument = index;
        replacement = by;
        return this;
    }

    /** Says why no argument can be replaced. */
    OperationCase<S> fixedArguments(String reason) {
        fixedArguments = reason;
        return this;
    }

    /** Runs a test of this row where its calls may be made. */
    public void run(Executable test) throws Throwable {
        if (ofWorkflow()) {
            WorkflowThread.run(test);
        } else {
            test.execute();
        }
    }

    Object invoke(S front, Sample sample) throws Throwable {
        return invocation.invoke(front, sample);
    }

    /** The value in what came back. */
    Object value(Object returned) {
        return value.apply(returned);
    }

    Class<S> surface() {
        return surface;
    }

    /** The operation's name. */
    public String name() {
        return name;
    }

    Map<String, Object> identity() {
        return identity;
    }

    public boolean ofWorkflow() {
        return surface == WorkflowInboundCallsInterceptor.class || surface == WorkflowOutboundCallsInterceptor.class;
    }

    public boolean ofActivity() {
        return surface.getPackage() == ActivityExecutionContext.class.getPackage()
                || surface == ActivityInboundCallsInterceptor.class;
    }

    public boolean ofNexusHandler() {
        return surface == NexusOperationInboundCallsInterceptor.class
                || surface == NexusOperationOutboundCallsInterceptor.class;
    }

    public boolean ofClient() {
        return !ofWorkflow() && !ofActivity() && !ofNexusHandler();
    }

    Object output() {
        return output.get();
    }

    /** Whether it returns something. */
    public boolean hasValue() {
        return other != null;
    }

    Object other() {
        return other.get();
    }

    /** Whether only some answers will do. */
    public boolean hasTypedValue() {
        return other != null && !anyAnswer;
    }

    /** Whether the value is a promise or a future. */
    public boolean comesLater() {
        return name.endsWith("Async")
                || surface == WorkflowOutboundCallsInterceptor.class && name.startsWith("execute");
    }

    boolean takesArguments() {
        return fixedArguments == null;
    }

    /** The position of the argument to replace. */
    int argument(Object[] arguments) {
        if (argument >= 0) {
            return argument;
        }
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof String) {
                return i;
            }
        }
        throw new AssertionError("no text among the arguments; name one, or say why there is none");
    }

    Object replacement() {
        return replacement;
    }

    @Override
    public String toString() {
        return surface.getSimpleName() + ' ' + name;
    }
}
