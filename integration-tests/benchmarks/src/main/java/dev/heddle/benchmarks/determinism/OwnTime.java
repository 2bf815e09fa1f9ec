package dev.heddle.benchmarks.determinism;

import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes the processor time of each workflow, which runs on one thread and waits for nothing. Thread-safe. */
final class OwnTime extends WorkerInterceptorBase {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Long> nanoseconds = new CopyOnWriteArrayList<>();

    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
        return new WorkflowInboundCallsInterceptorBase(next) {
            @Override
            public WorkflowOutput execute(WorkflowInput input) {
                long begin = THREADS.getCurrentThreadCpuTime();
                WorkflowOutput output = super.execute(input);
                nanoseconds.add(THREADS.getCurrentThreadCpuTime() - begin);
                return output;
            }
        };
    }

    /**
     * What nine of ten of the last exceed, in microseconds: what else the machine does makes a computation take longer, never
     * shorter.
     */
    double lowOfLast(int count) {
        List<Long> last = nanoseconds.subList(nanoseconds.size() - count, nanoseconds.size()).stream()
                .sorted()
                .toList();
        return last.get(count / 10) / 1e3;
    }
}
