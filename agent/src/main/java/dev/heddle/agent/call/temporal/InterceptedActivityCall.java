package dev.heddle.agent.call.temporal;

import dev.heddle.api.ActivityCall;
import dev.heddle.api.Category;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Optional;

/** The execution of an activity, or what it asks of its context. */
final class InterceptedActivityCall extends InterceptedCall implements ActivityCall {
    InterceptedActivityCall(CallTarget target, SdkMethod method, Object source) {
        super(target, method, source);
    }

    @Override
    protected InnerActivityCall inner() {
        return new InnerActivityCall(this);
    }

    @Override
    ActivityCaller caller() {
        return (ActivityCaller) super.caller();
    }

    /** Not if somebody else completes the activity, who knows where and when. */
    @Override
    boolean endsOnReturn() {
        return operation().category() == Category.ACTIVITY_OUTBOUND
                || !caller().context().isDoNotCompleteOnReturn();
    }

    @Override
    Method declared() {
        return operation().category() == Category.ACTIVITY_INBOUND
                ? DeclaredMethods.ofActivity(activityType(), caller().context())
                : null;
    }

    /** An activity that is completed by hand is so with what its method returns. */
    @Override
    Class<?>[] declaredTypes() {
        if (operation().category() == Category.ACTIVITY_INBOUND
                || !operation().name().equals("complete")) {
            return super.declaredTypes();
        }
        Method declared = DeclaredMethods.ofActivity(activityType(), caller().context());
        return declared == null || declared.getReturnType() == void.class
                ? null
                : new Class<?>[] {declared.getReturnType()};
    }

    /** Not a refusal: the server tries again. */
    @Override
    protected Throwable guardFailed(String extension, Throwable cause) {
        return new GuardFailedException(extension, operation(), cause);
    }

    @Override
    public String name() {
        return activityType();
    }

    @Override
    public String id() {
        return activityId();
    }

    @Override
    public String activityType() {
        return caller(Property.ACTIVITY_TYPE);
    }

    @Override
    public String activityId() {
        return caller(Property.ACTIVITY_ID);
    }

    @Override
    public Instant scheduledAt() {
        return instant(Property.SCHEDULED_AT);
    }

    @Override
    public Instant attemptScheduledAt() {
        Instant ofAttempt = instant(Property.ATTEMPT_SCHEDULED_AT);
        return ofAttempt == null ? scheduledAt() : ofAttempt;
    }

    @Override
    public Instant startedAt() {
        Instant started = instant(Property.STARTED_AT);
        return started == null ? Instant.ofEpochMilli(caller().madeAt()) : started;
    }

    @Override
    public Optional<Boolean> willRetry(Throwable failure) {
        return Retries.follow(failure, caller().read(Property.RETRY_OPTIONS), attempt());
    }

    private Instant instant(Property property) {
        return caller().read(property) instanceof Long millis && millis > 0 ? Instant.ofEpochMilli(millis) : null;
    }

    @Override
    public boolean local() {
        return Boolean.TRUE.equals(caller().read(Property.LOCAL));
    }

    @Override
    public <T> T heartbeatDetails(Class<T> type) {
        return caller().context().getHeartbeatDetails(type).orElse(null);
    }
}
