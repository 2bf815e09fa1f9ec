package dev.heddle.soak.live;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Commands of this JVM, as {@code jcmd} gives them. */
final class DiagnosticCommand {
    private DiagnosticCommand() {}

    static String run(String operation, String... arguments) {
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            operation,
                            new Object[] {arguments},
                            new String[] {String[].class.getName()});
        } catch (JMException unknown) {
            throw new IllegalStateException(operation, unknown);
        }
    }
}
