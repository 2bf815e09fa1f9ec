package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.ExtensionJar;
import dev.heddle.agent.assemble.extension.ExtensionRegistration;
import dev.heddle.agent.log.AgentLog;
import org.slf4j.Logger;

/** The thread on which a JAR's extensions register; it is marked, and by inheritance those that it starts. */
final class RegisteringThread extends Thread {
    private static final Logger LOG = AgentLog.get();

    private final ExtensionJar jar;
    private final InheritableThreadLocal<Boolean> mark;

    RegisteringThread(ExtensionJar jar, ExtensionRegistration registration, InheritableThreadLocal<Boolean> mark) {
        super(registration, "heddle-register-" + jar.name());
        this.jar = jar;
        this.mark = mark;
        setDaemon(true);
    }

    ExtensionJar jar() {
        return jar;
    }

    @Override
    public void run() {
        mark.set(true);
        super.run();
    }

    /** Waits for its end, whether or not the application interrupts the thread that waits. */
    boolean endsWithin(long milliseconds) {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        boolean interrupted = false;
        while (isAlive() && System.nanoTime() < end) {
            try {
                // At least a millisecond, for zero would be for ever.
                join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !isAlive();
    }

    /** Says that the JVM ends meanwhile, and who is to blame. */
    void jvmEnds() {
        boolean byItself = false;
        for (StackTraceElement frame : getStackTrace()) {
            byItself |= frame.getClassName().equals("java.lang.Runtime")
                    && frame.getMethodName().equals("exit");
        }
        if (byItself) {
            LOG.error(
                    "extension {} has ended the JVM by System.exit while it registered; let it throw an exception "
                            + "instead, or remove {}",
                    jar.title(),
                    jar.file());
        } else {
            LOG.warn("the JVM ends while extension {} registers, {}", jar.title(), ThreadPlace.of(this));
        }
    }
}
