package dev.heddle.testing.temporal;

import dev.heddle.api.Category;
import dev.heddle.testing.Calls;
import dev.heddle.testing.RecordedCall;
import io.temporal.testing.TestActivityEnvironment;
import java.util.List;
import java.util.concurrent.Executor;

/** Temporal's environment for activities without a workflow. Thread-safe. */
public final class ActivityEnvironment implements AutoCloseable {
    private final Calls calls;
    private TestActivityEnvironment environment;

    /** Made by the kit; what it makes belongs to the executor's session. */
    public ActivityEnvironment(Executor inSession, Calls calls) {
        this.calls = calls;
        inSession.execute(() -> environment = TestActivityEnvironment.newInstance());
    }

    /** The SDK's environment. */
    public TestActivityEnvironment environment() {
        return environment;
    }

    /** Registers activities. */
    public ActivityEnvironment implementations(Object... implementations) {
        environment.registerActivitiesImplementations(implementations);
        return this;
    }

    /** A stub of an activity, each call of which is an execution. */
    public <T> T activity(Class<T> type) {
        return environment.newActivityStub(type);
    }

    /**
     * The details of the heartbeats of all activities in the session, as the interceptors left them. All are here: the
     * SDK keeps back those that follow each other closely, but only below the interceptors.
     */
    public List<Object> heartbeats() {
        return calls.in(Category.ACTIVITY_OUTBOUND).named("heartbeat").where(RecordedCall::arrived).list().stream()
                .map(call -> call.arguments().get(0))
                .toList();
    }

    @Override
    public void close() {
        environment.close();
    }
}
