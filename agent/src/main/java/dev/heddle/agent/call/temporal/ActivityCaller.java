package dev.heddle.agent.call.temporal;

import io.temporal.activity.ActivityExecutionContext;

/** One execution of an activity. */
final class ActivityCaller extends Caller {
    private final Accessors accessors;
    private ActivityExecutionContext context;
    private Object info;
    private long madeAt;

    ActivityCaller(SdkRuntime runtime) {
        this.accessors = runtime.identities().activity();
    }

    /** The SDK's own context, so that asking it is no call of the application. */
    ActivityExecutionContext context() {
        return context;
    }

    /** When the context was made, in milliseconds: the best that is known where the server has not said when it began. */
    long madeAt() {
        return madeAt;
    }

    @Override
    Caller inner(SdkInterface sdkInterface, Object known) {
        if (sdkInterface == SdkInterface.ACTIVITY_CONTEXT) {
            context = (ActivityExecutionContext) known;
            info = context.getInfo();
            madeAt = System.currentTimeMillis();
        }
        return this;
    }

    @Override
    Object read(Property property) {
        return info == null ? null : accessors.read(property, info);
    }
}
