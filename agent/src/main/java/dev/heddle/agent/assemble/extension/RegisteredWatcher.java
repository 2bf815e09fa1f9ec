package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.api.Category;
import dev.heddle.api.CodeSite;
import dev.heddle.api.CodeWatcher;
import dev.heddle.api.Operation;

/**
 * Who looks on while code of workflows runs, as far as his extension is well: an accident of his leaves the code as it is.
 * No record: he is compared, and the JDK keeps the types of a record that is, and with them our class loader.
 */
public final class RegisteredWatcher {
    private final CodeWatcher watcher;
    private final ExtensionHealth health;

    /** The extension's watcher, with the health of that extension. */
    RegisteredWatcher(CodeWatcher watcher, ExtensionHealth health) {
        this.watcher = watcher;
        this.health = health;
    }

    /** Whether he reads the code of a class, by its name with dots. */
    public boolean reads(String className) {
        try {
            return watcher.reads(className);
        } catch (Throwable accident) {
            return failed("reading of " + className, accident);
        }
    }

    /** Whether he wants to know of a member, by its owner's name with dots. */
    public boolean watches(String owner, String name, String descriptor) {
        try {
            return watcher.watches(owner, name, descriptor);
        } catch (Throwable accident) {
            return failed(owner, accident);
        }
    }

    /** Whether he wants to know of what the thread at hand does. */
    public boolean here() {
        try {
            return !health.off() && watcher.here();
        } catch (Throwable accident) {
            return failed("whereabouts", accident);
        }
    }

    /** Tells him of a call that he watches; answers what the code is to get instead, or {@code null}. */
    public Error called(CodeSite site, Object target, Object argument) {
        try {
            return watcher.called(site, target, argument);
        } catch (Throwable accident) {
            failed(site.member(), accident);
            return null;
        }
    }

    /** Tells him that a workflow's thread does not go on. */
    public void stuck(Throwable detected) {
        try {
            if (!health.off()) {
                watcher.stuck(detected);
            }
        } catch (Throwable accident) {
            failed("a deadlock", accident);
        }
    }

    /** Asks him why a history could not be replayed; answers {@code null} if he does not know. */
    public String explain(Throwable failure, Object history) {
        try {
            return health.off() ? null : watcher.explain(failure, history);
        } catch (Throwable accident) {
            failed("an explanation", accident);
            return null;
        }
    }

    private boolean failed(String what, Throwable accident) {
        health.failed(Operation.of(Category.WORKFLOW_OUTBOUND, what, false), "looks away", accident);
        return false;
    }
}
