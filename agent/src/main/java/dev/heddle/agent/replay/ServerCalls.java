package dev.heddle.agent.replay;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * What becomes of calls to Temporal's services in a replay. None of the application's is sent. What a start asks for is
 * answered as a server with all capabilities would, what waits for something that would have to happen waits for ever,
 * and so does everything once a worker has asked for its first task: by then the start has come as far as it must.
 * Only what Heddle reads for the replay passes. Thread-safe.
 */
public final class ServerCalls {
    /** What becomes of a call. */
    public enum Fate {
        SEND,
        ANSWER,
        HOLD
    }

    private static final String TEMPORAL = "temporal.api.";
    private static final String WORKFLOWS = TEMPORAL + "workflowservice.v1.WorkflowService/";
    private static final String HEALTH = "grpc.health.v1.Health/";
    private static final String SYSTEM_INFO = WORKFLOWS + "GetSystemInfo";
    private static final String POLL = WORKFLOWS + "Poll";
    private static final String RESULT = WORKFLOWS + "GetWorkflowExecutionHistory";
    private static final Set<String> READS = Set.of(
            SYSTEM_INFO,
            RESULT,
            WORKFLOWS + "ListWorkflowExecutions",
            WORKFLOWS + "DescribeNamespace",
            HEALTH + "Check");
    /** A {@code HealthCheckResponse} with the status {@code SERVING}. */
    private static final byte[] SERVING = {1 << 3, 1};

    private static final int CAPABILITIES = 15;

    private final ThreadLocal<Boolean> reading = new ThreadLocal<>();
    private final ThreadLocal<Boolean> seen = new ThreadLocal<>();
    private final Map<String, Integer> notSent = new TreeMap<>();
    private volatile boolean polled;

    /** What becomes of a call that begins on the thread at hand. */
    public Fate fate(String method) {
        boolean health = method.startsWith(HEALTH);
        if (!health && !method.startsWith(TEMPORAL)) {
            return Fate.SEND;
        }
        seen.set(true);
        if (Boolean.TRUE.equals(reading.get()) && READS.contains(method)) {
            return Fate.SEND;
        }
        if (health || method.equals(SYSTEM_INFO)) {
            return method.endsWith("/Watch") ? Fate.HOLD : Fate.ANSWER;
        }
        if (method.startsWith(POLL)) {
            polled = true;
            return Fate.HOLD;
        }
        if (!method.startsWith(WORKFLOWS + "Describe") && !method.startsWith(WORKFLOWS + "RecordWorker")) {
            count(method.substring(method.lastIndexOf('/') + 1));
        }
        return polled || method.equals(RESULT) ? Fate.HOLD : Fate.ANSWER;
    }

    /** The bytes of an answer: of nothing where a server would say what the application has made of it. */
    public byte[] answer(String method) {
        if (method.startsWith(HEALTH)) {
            return SERVING.clone();
        }
        return method.equals(SYSTEM_INFO) ? systemInfo() : new byte[0];
    }

    /**
     * A {@code GetSystemInfoResponse} whose capabilities, field 2, are all there: by one of them an SDK decides whether it
     * heeds the flags in a history.
     */
    private static byte[] systemInfo() {
        byte[] answer = new byte[2 + 2 * CAPABILITIES];
        answer[0] = 2 << 3 | 2;
        answer[1] = 2 * CAPABILITIES;
        for (int i = 1; i <= CAPABILITIES; i++) {
            answer[2 * i] = (byte) (i << 3);
            answer[2 * i + 1] = 1;
        }
        return answer;
    }

    private synchronized void count(String call) {
        notSent.merge(call, 1, Integer::sum);
    }

    /** The calls that the application has made and that were not sent, but for those that say nothing. */
    synchronized Map<String, Integer> notSent() {
        return new TreeMap<>(notSent);
    }

    /** Has the calls pass that read for the replay. */
    <T> T reading(Callable<T> reader) throws Exception {
        reading.set(true);
        try {
            return reader.call();
        } finally {
            reading.remove();
        }
    }

    /** Whether a call that is made here comes by {@link #fate}. */
    boolean seenOf(Runnable call) {
        seen.remove();
        call.run();
        return Boolean.TRUE.equals(seen.get());
    }
}
