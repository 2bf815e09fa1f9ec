package dev.heddle.extension.logging;

import org.jboss.logmanager.MDC;

/** JBoss LogManager, which is a {@code java.util.logging} with an MDC. */
final class JbossLog extends JulLog {
    JbossLog(String name) {
        super(name);
        // Fails here where the application does not see it.
        MDC.get(name);
    }

    @Override
    public String describe() {
        return "JBoss LogManager";
    }

    @Override
    public String get(String key) {
        return MDC.get(key);
    }

    @Override
    public void put(String key, String value) {
        MDC.put(key, value);
    }

    @Override
    public void remove(String key) {
        MDC.remove(key);
    }
}
