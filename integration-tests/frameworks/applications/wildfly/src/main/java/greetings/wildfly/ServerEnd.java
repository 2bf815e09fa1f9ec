package greetings.wildfly;

import java.lang.management.ManagementFactory;
import javax.management.AttributeChangeNotification;
import javax.management.JMException;
import javax.management.ObjectName;

/** Ends the server as soon as it has started: one that is ended earlier complains. */
final class ServerEnd {
    private ServerEnd() {}

    static void onceStarted() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .addNotificationListener(
                            new ObjectName("jboss.root:type=state"),
                            (change, nothing) -> end(),
                            ServerEnd::isStart,
                            null);
        } catch (JMException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean isStart(Object notification) {
        return notification instanceof AttributeChangeNotification change
                && change.getAttributeName().equals("RunningState")
                && change.getNewValue().equals("normal");
    }

    /** Not on this thread, for which the server waits. */
    private static void end() {
        new Thread(() -> System.exit(0)).start();
    }
}
