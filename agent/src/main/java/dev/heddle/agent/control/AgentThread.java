package dev.heddle.agent.control;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Makes threads of Heddle's that outlive the moment. Whatever a thread inherits of the one that makes it belongs to an
 * application here, whose class loader it would hold: its group, its context class loader, its thread-local values, and
 * the protection domains on its stack.
 */
@SuppressWarnings("removal") // Of AccessController, which does nothing where stacks are no longer looked at.
final class AgentThread implements PrivilegedAction<Thread> {
    private final String name;
    private final Runnable work;

    private AgentThread(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    /** A daemon that is not started yet. */
    static Thread of(String name, Runnable work) {
        return AccessController.doPrivileged(new AgentThread(name, work));
    }

    @Override
    public Thread run() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        Thread thread = new Thread(group, work, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(AgentThread.class.getClassLoader());
        return thread;
    }
}
