package dev.heddle.agent.weave;

import dev.heddle.agent.log.AgentLog;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.WeakHashMap;
import org.slf4j.Logger;

/** The log of weaving, apart so that SLF4J loads only when there is something to say. */
public final class WeaveLog {
    private static final Logger LOG = AgentLog.get();
    private static final Set<ClassLoader> HIDING = Collections.newSetFromMap(new WeakHashMap<>());

    private static final Set<String> STRANGERS = new HashSet<>();

    private WeaveLog() {}

    public static void notWoven(String className, ProtectionDomain domain, String reason) {
        LOG.error("{} is not woven, so calls through it are not intercepted: {}", named(className, domain), reason);
    }

    static void notTelling(String className, ProtectionDomain domain, String reason) {
        LOG.warn("what the code of {} calls is not watched: {}", named(className, domain), reason);
    }

    static void notAsExpected(WeavePoint missing, ProtectionDomain domain) {
        LOG.error(
                "{} does not look as expected, so calls through it are not intercepted: it does not have or use {}; use "
                        + "another version of that library or of Heddle",
                named(missing.className(), domain),
                missing.member());
    }

    /** What the library came to have in a later version. */
    static void notYet(WeavePoint missing, ProtectionDomain domain) {
        LOG.info(
                "{} has no interceptors in this version, so calls through it are not intercepted",
                named(missing.className(), domain));
    }

    /** Says once of a library that it cannot be woven, however many applications have it. */
    static void stranger(String className) {
        String line = Strangers.line(className);
        synchronized (STRANGERS) {
            if (!STRANGERS.add(line)) {
                return;
            }
        }
        LOG.info(line);
    }

    private static String named(String className, ProtectionDomain domain) {
        boolean known = domain != null && domain.getCodeSource() != null;
        String name = className.replace('/', '.');
        return known ? name + " of " + domain.getCodeSource().getLocation() : name;
    }

    /**
     * Says once of each class loader that Heddle cannot serve its application.
     *
     * @param required the extensions without which nothing is made there, empty if there are none
     * @return the line
     */
    static String hidden(String className, ClassLoader loader, String required) {
        String refused = required.isEmpty()
                ? ""
                : "; heddle.required names " + required + ", so that no client, worker, channel or server is made";
        String line = "nothing is intercepted in the application that loads " + className.replace('/', '.') + " with "
                + loader + ": that class loader hides the package dev.heddle" + refused
                + "; let it delegate that package to the system class loader" + LoaderSettings.mending(loader);
        synchronized (HIDING) {
            if (!HIDING.add(loader)) {
                return line;
            }
        }
        LOG.error(line);
        return line;
    }
}
