package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.AbstractCall;
import dev.heddle.agent.call.Attributes;
import dev.heddle.agent.call.Chain;
import dev.heddle.api.Attribute;
import dev.heddle.api.Headers;
import dev.heddle.api.RefusedException;
import dev.heddle.api.TemporalCall;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A call of Temporal on its way through a chain. */
abstract class InterceptedCall extends AbstractCall implements TemporalCall {
    private final Adapter adapter;
    private final SdkMethod method;
    private Object source;
    private Object output;
    private Object[] arguments;
    private CallHeaders<?> headers;

    InterceptedCall(Adapter adapter, SdkMethod method, Object source) {
        this.adapter = adapter;
        this.method = method;
        this.source = source;
    }

    /** Another interceptor's view. */
    InterceptedCall(InterceptedCall outer) {
        super(outer);
        this.adapter = outer.adapter;
        this.method = outer.method;
    }

    /** Where the fields that change are those of the call. */
    private InterceptedCall shared() {
        return (InterceptedCall) root();
    }

    @Override
    protected final Chain chain() {
        return method.chain();
    }

    /** Runs the chain and returns what the SDK's method returns. */
    Object run() throws Throwable {
        Object answer;
        try {
            answer = enter();
        } catch (Throwable thrown) {
            return fail(thrown);
        }
        Object settled = method.result().settle(answer);
        if (completions() != null && endsOnReturn()) {
            method.result().whenComplete(settled, completions());
        }
        return method.result().close(output, settled);
    }

    private Object fail(Throwable thrown) throws Throwable {
        if (thrown instanceof RefusedException refusal) {
            Exception refused = refused(refusal);
            OwnFrames.remove(refused);
            complete(refused);
            if (method.hasNoCaller()) {
                return null;
            }
            if (method.result().later()) {
                return method.result().fail(refused);
            }
            throw refused;
        }
        OwnFrames.remove(thrown);
        if (ends(thrown)) {
            complete(thrown);
        }
        throw thrown;
    }

    /** Whether what the chain returns is the outcome, or the promise of it. */
    boolean endsOnReturn() {
        return true;
    }

    /** Whether the call has ended with this exception. */
    boolean ends(Throwable thrown) {
        return true;
    }

    private void complete(Throwable failure) {
        if (completions() != null) {
            completions().accept(null, failure);
        }
    }

    /** What the caller gets for a refusal: a failure that Temporal does not retry, or the cause if that is one. */
    Exception refused(RefusedException refusal) {
        if (refusal.getCause() instanceof TemporalFailure chosen) {
            return chosen;
        }
        return ApplicationFailure.newNonRetryableFailureWithCause(
                refusal.getMessage(), RefusedException.class.getName(), refusal.getCause());
    }

    @Override
    protected Object arrive() throws Throwable {
        output = adapter.invoke(method.index(), finalSource());
        return method.result().open(output);
    }

    private Object finalSource() {
        if (arguments != null) {
            source = method.arguments().replace(method, source, arguments);
            arguments = null;
        }
        if (headers != null) {
            source = headers.write(method, source);
        }
        return source;
    }

    @Override
    protected final boolean accepts(Object answer) {
        if (!method.result().accepts(answer, method.read(Property.RESULT_CLASS, source))) {
            return false;
        }
        Method declared = declared();
        return declared == null || isVoid(declared) || TypeCheck.fits(declared.getReturnType(), answer);
    }

    /** The application's own method that the call arrives at, or {@code null} where there is none that is known. */
    Method declared() {
        return null;
    }

    /** Whether there is no result, of a method or of what stands before it: a validator is known by what it validates. */
    private boolean isVoid(Method declared) {
        return declared.getReturnType() == void.class || method.result().type() == void.class;
    }

    final SdkMethod method() {
        return method;
    }

    /** Who is calling; each kind of call knows what kind of caller made it. */
    Caller caller() {
        return adapter.caller();
    }

    @Override
    public final List<Object> arguments() {
        InterceptedCall call = shared();
        Object[] current = call.arguments == null ? method.arguments().copy(method, call.source) : call.arguments;
        return Collections.unmodifiableList(Arrays.asList(current));
    }

    @Override
    public final void setArguments(List<?> replacement) {
        checkOpen();
        InterceptedCall call = shared();
        Object[] checked = replacement.toArray();
        method.arguments().check(method, call.source, checked);
        Method declared = declared();
        if (declared != null) {
            Arguments.check(method, List.of(declared.getParameterTypes()), checked);
        }
        call.arguments = checked;
    }

    /** The attributes of a caller that makes one call after another; a client is shared by all, so its are the call's. */
    Attributes attributes() {
        return caller().attributes();
    }

    @Override
    public final <T> T get(Attribute<T> attribute) {
        return attributes().get(attribute);
    }

    @Override
    public final <T> void set(Attribute<T> attribute, T value) {
        attributes().set(attribute, value);
    }

    @Override
    public final <T> T unwrap(Class<T> type) {
        Object current = shared().source;
        return type.isInstance(current) ? type.cast(current) : null;
    }

    @Override
    public final <T> void replace(Class<T> type, T replacement) {
        checkOpen();
        InterceptedCall call = shared();
        Object current = call.source;
        if (!type.isInstance(current) || current instanceof Object[] || replacement.getClass() != current.getClass()) {
            throw new IllegalArgumentException(operation() + " has no " + type.getName() + " that can be replaced");
        }
        call.source = replacement;
        call.arguments = null;
        call.headers = null;
    }

    @Override
    public final Headers headers() {
        InterceptedCall call = shared();
        if (call.headers == null) {
            call.headers = CallHeaders.of(
                    method, call.source, adapter.adapters().runtime().json());
        }
        return call.headers;
    }

    /** A property of what is called. */
    final String target(Property property) {
        Object value = method.read(property, shared().source);
        return value == null ? null : value.toString();
    }

    /** A property of who calls. */
    final String caller(Property property) {
        Object value = caller().read(property);
        return value == null ? null : value.toString();
    }

    static String firstOf(String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return null;
    }

    final String nexusName() {
        return nexusOperation() == null ? null : nexusService() + "/" + nexusOperation();
    }

    @Override
    public String namespace() {
        return caller(Property.NAMESPACE);
    }

    @Override
    public String workflowId() {
        return caller(Property.WORKFLOW_ID);
    }

    @Override
    public String runId() {
        return caller(Property.RUN_ID);
    }

    @Override
    public String workflowType() {
        return caller(Property.WORKFLOW_TYPE);
    }

    @Override
    public String taskQueue() {
        return caller(Property.TASK_QUEUE);
    }

    @Override
    public final int attempt() {
        return caller().read(Property.ATTEMPT) instanceof Integer attempt ? attempt : 0;
    }

    @Override
    public final String signalName() {
        return target(Property.SIGNAL_NAME);
    }

    @Override
    public final String queryName() {
        return target(Property.QUERY_NAME);
    }

    @Override
    public final String updateName() {
        return target(Property.UPDATE_NAME);
    }

    @Override
    public String activityType() {
        return target(Property.ACTIVITY_TYPE);
    }

    @Override
    public String activityId() {
        return target(Property.ACTIVITY_ID);
    }

    @Override
    public String nexusService() {
        return target(Property.NEXUS_SERVICE);
    }

    @Override
    public String nexusOperation() {
        return target(Property.NEXUS_OPERATION);
    }

    @Override
    public String nexusEndpoint() {
        return target(Property.NEXUS_ENDPOINT);
    }
}
