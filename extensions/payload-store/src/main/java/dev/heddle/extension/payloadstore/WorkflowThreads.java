package dev.heddle.extension.payloadstore;

import io.temporal.workflow.Functions;
import io.temporal.workflow.unsafe.WorkflowUnsafe;

/** The threads of workflows, which Temporal gives one second. */
final class WorkflowThreads {
    private WorkflowThreads() {}

    /** Whether this may be one of them; before SDK 1.7 nothing tells. */
    static boolean mayBeHere() {
        try {
            return WorkflowUnsafe.isWorkflowThread();
        } catch (NoClassDefFoundError before) {
            return true;
        }
    }

    /** Runs something that waits, and has the time not counted, from SDK 1.20 on. */
    static <T> T outsideOfTheSecond(Functions.Func<T> waiting) {
        try {
            return WorkflowUnsafe.deadlockDetectorOff(waiting);
        } catch (NoSuchMethodError | NoClassDefFoundError before) {
            return waiting.apply();
        }
    }
}
