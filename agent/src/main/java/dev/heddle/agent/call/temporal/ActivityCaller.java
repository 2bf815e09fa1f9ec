package dev.heddle.agent.call.temporal;

import io.temporal.activity.ActivityExecutionContext;

/** One execution of an activity. */
final class ActivityCaller extends Caller {
    private final Accessors accessors;
    private ActivityExecutionContext context;
    private Object info;

    ActivityCaller(SdkRuntime runtime) {
        this.accessors = runtime.identities().activity();
    }

    /** The SDK's own context, so that asking it is no call of the application. */
    ActivityExecutionContext context() {
        return context;
    }

    @Override
    Caller inner(SdkInterface sdkInterface, Object known) {
        if (sdkInterface == SdkInterface.ACTIVITY_CONTEXT) {
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
        return info == null ? null : accessors.read(property, info);
    }
}
