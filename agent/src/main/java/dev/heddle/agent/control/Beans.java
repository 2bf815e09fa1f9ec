package dev.heddle.agent.control;

import dev.heddle.agent.log.AgentLog;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * What this JVM has of Heddle over JMX. Registered when the JVM is managed anyway, for to start what JMX needs takes
 * longer than all of Heddle's start. For one thread.
 */
final class Beans {
    private static final String REMOTE = "com.sun.management.jmxremote";

    private final List<ObjectName> registered = new ArrayList<>();

    /** Whether the JVM is managed from its start on. */
    static boolean wanted() {
        return System.getProperty(REMOTE) != null || System.getProperty(REMOTE + ".port") != null;
    }

    /** Registers them; whom a port without a password lets in may read, and change nothing. */
    void register(StatusReader status, LiveControl control) {
        register("Status", new StatusBean(status));
        boolean open = System.getProperty(REMOTE + ".port") != null
                && "false".equalsIgnoreCase(System.getProperty(REMOTE + ".authenticate"));
        if (!open) {
            register("Control", new ControlBean(control));
        }
    }

    private void register(String type, Object bean) {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = new ObjectName("dev.heddle:type=" + type);
            if (!server.isRegistered(name)) {
                server.registerMBean(bean, name);
                registered.add(name);
            }
        } catch (JMException failure) {
            AgentLog.warn("there is no {} over JMX: {}", type, failure.toString());
        }
    }

    /** Takes them away. */
    void unregister() {
        for (ObjectName name : registered) {
            try {
                ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
            } catch (JMException failure) {
                AgentLog.warn("{} stays in JMX: {}", name.toString(), failure.toString());
            }
        }
        registered.clear();
    }
}
