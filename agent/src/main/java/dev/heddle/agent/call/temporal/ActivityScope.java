package dev.heddle.agent.call.temporal;

import io.temporal.activity.ActivityExecutionContext;

/** One execution of an activity. */
final class ActivityScope extends Scope {
    private final Shape shape;
    private ActivityExecutionContext context;
    private Object info;

    ActivityScope(SdkRuntime runtime) {
        this.shape = runtime.identities().activity();
    }

    /** The SDK's own context, so that asking it is no call of the application. */
    ActivityExecutionContext context() {
        return context;
    }

    @Override
    Scope inner(Surface surface, Object known) {
        if (surface == Surface.ACTIVITY_CONTEXT) {
            context = (ActivityExecutionContext) known;
            info = context.getInfo();
        }
        return this;
    }

    @Override
    InterceptedCall call(Adapter adapter, SdkMethod method, Object source) {
        return new InterceptedActivityCall(adapter, method, source);
    }

    @Override
    Object read(Property property) {
        return info == null ? null : shape.read(property, info);
    }
}
