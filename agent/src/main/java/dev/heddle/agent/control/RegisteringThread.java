package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.ExtensionJar;
import dev.heddle.agent.assemble.extension.ExtensionRegistration;
import dev.heddle.agent.log.AgentLog;
import java.util.List;
import org.slf4j.Logger;

/**
 * The thread on which JARs' extensions register, one after the other; it is marked, and by inheritance those that it
 * starts. Each finds it as if it were new, but for its thread locals.
 */
final class RegisteringThread extends Thread {
    private static final Logger LOG = AgentLog.get();

    private final List<ExtensionRegistration> registrations;
    private final InheritableThreadLocal<Boolean> mark;
    private volatile ExtensionJar jar;

    RegisteringThread(List<ExtensionRegistration> registrations, InheritableThreadLocal<Boolean> mark) {
        this.registrations = registrations;
        this.mark = mark;
        jar = registrations.get(0).jar();
        setDaemon(true);
    }

    /** The JAR whose extensions register now, or were the last to. */
    ExtensionJar jar() {
        return jar;
    }

    @Override
    public void run() {
        mark.set(true);
        ClassLoader context = getContextClassLoader();
        for (ExtensionRegistration registration : registrations) {
            jar = registration.jar();
            setName("heddle-register-" + jar.name());
            registration.run();
            if (registration.isInVain()) {
                return;
            }
            setContextClassLoader(context);
            interrupted();
        }
    }

    /** Says that the JVM ends meanwhile, and who is to blame. */
    void jvmEnds() {
        boolean byItself = false;
        for (StackTraceElement frame : getStackTrace()) {
            byItself |= frame.getClassName().equals("java.lang.Runtime")
                    && frame.getMethodName().equals("exit");
        }
        ExtensionJar last = jar;
        if (byItself) {
            LOG.error(
                    "extension {} has ended the JVM by System.exit while it registered; let it throw an exception "
                            + "instead, or remove {}",
                    last.title(),
                    last.file());
        } else {
            LOG.warn("the JVM ends while extension {} registers, {}", last.title(), ThreadPlace.of(this));
        }
    }
}
