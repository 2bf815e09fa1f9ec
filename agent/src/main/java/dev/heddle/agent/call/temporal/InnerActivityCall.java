package dev.heddle.agent.call.temporal;

import dev.heddle.api.ActivityCall;
import java.time.Instant;
import java.util.Optional;

/** Another interceptor's view of an activity's call. */
final class InnerActivityCall extends InnerTemporalCall implements ActivityCall {
    InnerActivityCall(InterceptedActivityCall call) {
        super(call);
    }

    @Override
    InterceptedActivityCall intercepted() {
        return (InterceptedActivityCall) call();
    }

    @Override
    public Instant scheduledAt() {
        return intercepted().scheduledAt();
    }

    @Override
    public Instant attemptScheduledAt() {
        return intercepted().attemptScheduledAt();
    }

    @Override
    public Instant startedAt() {
        return intercepted().startedAt();
    }

    @Override
    public boolean local() {
        return intercepted().local();
    }

    @Override
    public Optional<Boolean> willRetry(Throwable failure) {
        return intercepted().willRetry(failure);
    }

    @Override
    public <T> T heartbeatDetails(Class<T> type) {
        return intercepted().heartbeatDetails(type);
    }
}
