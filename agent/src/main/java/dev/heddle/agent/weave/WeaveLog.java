package dev.heddle.agent.weave;

import dev.heddle.agent.log.AgentLog;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.slf4j.Logger;

/** The log of weaving, apart so that SLF4J loads only when there is something to say. */
public final class WeaveLog {
    private static final Logger LOG = AgentLog.get();
    private static final Set<ClassLoader> HIDING = Collections.newSetFromMap(new WeakHashMap<>());

    private WeaveLog() {}

    public static void notWoven(String className, ProtectionDomain domain, String reason) {
        boolean known = domain != null && domain.getCodeSource() != null;
        LOG.error(
                "{}{} is not woven, so calls through it are not intercepted: {}",
                className.replace('/', '.'),
                known ? " of " + domain.getCodeSource().getLocation() : "",
                reason);
    }

    /** Says once of each class loader that Heddle cannot serve its application. */
    static void hidden(String className, ClassLoader loader) {
        synchronized (HIDING) {
            if (!HIDING.add(loader)) {
                return;
            }
        }
        LOG.error(
                "nothing is intercepted in the application that loads {} with {}: that class loader hides the package "
                        + "dev.heddle; let it delegate that package to the system class loader",
                className.replace('/', '.'),
                loader);
    }
}
