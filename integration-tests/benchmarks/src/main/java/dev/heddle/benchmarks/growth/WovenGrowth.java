package dev.heddle.benchmarks.growth;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** A JVM that loads more and more classes that Heddle weaves, and uses none of them: {@code WovenGrowth POINT…}. */
public final class WovenGrowth {
    private static final String[] WOVEN = {
        "io.temporal.client.WorkflowClientInternalImpl",
        "io.temporal.client.schedules.ScheduleClientImpl",
        "io.temporal.worker.Worker",
        "io.temporal.workflow.Workflow",
        "io.grpc.internal.ManagedChannelImplBuilder",
    };
    private static final List<Class<?>> LOADED = new ArrayList<>();

    private WovenGrowth() {}

    public static void main(String[] arguments) throws ClassNotFoundException {
        // The loader's own start is the same with and without an agent.
        Class.forName("io.grpc.CallOptions", false, new ApplicationLoader());
        for (int point : Point.parse(arguments, 0)) {
            int before = LOADED.size();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            while (LOADED.size() < point) {
                ApplicationLoader loader = new ApplicationLoader();
                for (int i = 0; i < WOVEN.length && LOADED.size() < point; i++) {
                    LOADED.add(Class.forName(WOVEN[i], false, loader));
                }
            }
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
            Point.say(point, (double) spent / (point - before), 0);
        }
        Runtime.getRuntime().halt(0);
    }
}
