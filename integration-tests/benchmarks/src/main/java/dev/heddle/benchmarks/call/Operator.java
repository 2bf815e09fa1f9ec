package dev.heddle.benchmarks.call;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Disables the extension of {@link Arm#DISABLED} as an operator does: while the application runs. */
final class Operator {
    /** Has the agent of such a fork say that it can be managed. */
    static final String MANAGED = "-Dcom.sun.management.jmxremote";

    private int iterations;

    /**
     * To be asked before each iteration: calls pass the extension in the first, which is of the warm-up, and it is
     * disabled before the second. Says whether it has been just now.
     */
    boolean disables(Arm arm) {
        if (arm != Arm.DISABLED || ++iterations != 2) {
            return false;
        }
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("dev.heddle:type=Control"),
                            "disable",
                            new Object[] {"measured", true},
                            new String[] {String.class.getName(), boolean.class.getName()});
            return true;
        } catch (JMException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
