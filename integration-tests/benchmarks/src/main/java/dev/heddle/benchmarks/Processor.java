package dev.heddle.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The processor time of this JVM, of all its threads, in nanoseconds. */
public final class Processor {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Processor() {}

    public static long nanoseconds() {
        return SYSTEM.getProcessCpuTime();
    }
}
