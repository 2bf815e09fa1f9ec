package dev.heddle.agent.control;

import dev.heddle.api.Call;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.Interceptor;
import dev.heddle.api.TemporalCall;
import dev.heddle.api.WorkflowCall;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Sees calls pass and has a line for each, indented below the call of the same thread that makes it; what a workflow
 * repeats on replay has passed before. It holds up nobody: what is not fetched in time is counted only.
 */
final class CallWatch implements Interceptor<Call> {
    private static final int MOST = 10_000;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Pattern wanted;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger missed = new AtomicInteger();
    /** How many calls are under way on a thread. */
    private final ThreadLocal<int[]> depth = new ThreadLocal<>();

    /** Watches for calls whose line has a match. */
    CallWatch(Pattern wanted) {
        this.wanted = wanted;
    }

    @Override
    public Object intercept(Call call) throws Throwable {
        if (call.operation().category().outbound() && call instanceof WorkflowCall workflow && workflow.replaying()) {
            return call.proceed();
        }
        int[] here = depth.get();
        if (here == null) {
            here = new int[1];
            depth.set(here);
        }
        String line = "  ".repeat(here[0]) + text(call);
        boolean told = wanted.matcher(line).find();
        if (told) {
            say(line);
        }
        here[0]++;
        try {
            return call.proceed();
        } catch (Throwable thrown) {
            if (told) {
                say(line + "  threw " + thrown.getClass().getName());
            }
            throw thrown;
        } finally {
            here[0]--;
            if (here[0] == 0) {
                depth.remove();
            }
        }
    }

    private static String text(Call call) {
        String operation = call.operation().toString();
        String owner = call instanceof TemporalCall temporal && temporal.workflowId() != null
                ? "  of " + temporal.workflowId()
                : "";
        String name = call instanceof GrpcCall || call.name() == null ? "" : "  " + call.name();
        return CONTROL.matcher(operation + name + owner).replaceAll("?");
    }

    private void say(String line) {
        if (waiting.incrementAndGet() > MOST) {
            waiting.decrementAndGet();
            missed.incrementAndGet();
        } else {
            lines.add(Instant.now().truncatedTo(ChronoUnit.MILLIS) + "  " + line);
        }
    }

    /** The next line, or {@code null} if there is none yet. */
    String next() {
        String line = lines.poll();
        if (line != null) {
            waiting.decrementAndGet();
        }
        return line;
    }

    /** How many have not been fetched in time since this was asked last. */
    int missed() {
        return missed.getAndSet(0);
    }
}
