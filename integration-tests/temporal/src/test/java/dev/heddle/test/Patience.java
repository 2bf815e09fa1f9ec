package dev.heddle.test;

import io.temporal.worker.WorkerOptions;
import java.util.concurrent.TimeUnit;

/** What lets a busy machine take its time. */
public final class Patience {
    /** With a minute for a step of a workflow; that which takes longer than a second is begun again otherwise. */
    public static final WorkerOptions WORKER = WorkerOptions.newBuilder()
            .setDefaultDeadlockDetectionTimeout(TimeUnit.MINUTES.toMillis(1))
            .build();

    private Patience() {}
}
