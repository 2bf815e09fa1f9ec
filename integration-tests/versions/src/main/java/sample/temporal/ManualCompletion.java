package sample.temporal;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionClient;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import sample.Journal;

/** The completion of an activity by its own code, by reflection, for it has a type of its own from 1.0.7 on. */
final class ManualCompletion {
    private static final String CATEGORY = "activity outbound ";

    private static final CompletableFuture<Void> DONE = new CompletableFuture<>();

    private final Class<?> type;
    private final Object completion;

    private ManualCompletion(Class<?> type, Object completion) {
        this.type = type;
        this.completion = completion;
    }

    /** Begins on the activity's thread, and completes it on another. */
    static void of(ActivityExecutionContext context, String result) {
        Journal.call(CATEGORY + "useLocalManualCompletion", () -> {
            Method method = ActivityExecutionContext.class.getMethod("useLocalManualCompletion");
            byte[] token = context.getTaskToken();
            Object completion = method.invoke(context);
            if (completion instanceof ActivityCompletionClient before1_0_7) {
                inBackground(() -> Journal.call("client complete", () -> before1_0_7.complete(token, result)));
            } else {
                ManualCompletion manual = new ManualCompletion(method.getReturnType(), completion);
                inBackground(() -> manual.complete(result));
            }
        });
    }

    private static void inBackground(Runnable completion) {
        CompletableFuture.runAsync(completion).thenRun(() -> DONE.complete(null));
    }

    /** Waits until all is said. */
    static void await() throws Exception {
        DONE.get(30, TimeUnit.SECONDS);
    }

    /** The activity is complete after the second; the others are told that they come late. */
    private void complete(String result) {
        call("recordHeartbeat", Object.class, result);
        call("complete", Object.class, result);
        call("fail", Throwable.class, new IllegalStateException("late"));
        call("reportCancellation", Object.class, result);
    }

    private void call(String name, Class<?> parameter, Object argument) {
        Journal.call(CATEGORY + name, () -> type.getMethod(name, parameter).invoke(completion, argument));
    }
}
