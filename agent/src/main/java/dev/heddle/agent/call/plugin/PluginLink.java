package dev.heddle.agent.call.plugin;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.Rules;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import dev.heddle.api.Plugin;
import dev.heddle.api.RefusedException;
import java.util.List;
import java.util.function.Predicate;

/**
 * One plugin of an extension.
 *
 * @param plugin what the extension has registered
 * @param extension whose it is
 * @param operations for which its operator lets it have a part
 */
public record PluginLink(Plugin plugin, ExtensionHealth extension, Predicate<Operation> operations) {
    /** What a plugin does when something is configured. */
    @FunctionalInterface
    public interface Step {
        /** Has it say what it wants; answers what comes of that. */
        Object configured(Plugin plugin) throws Throwable;
    }

    /** What a method of plugins is in settings, in status and in the log: an operation of that name. */
    public static Operation operation(String method) {
        return Operation.of(Category.CLIENT, method, false);
    }

    /** The first of those that are not to be passed by, or {@code null}. */
    public static String guardAmong(List<PluginLink> plugins) {
        for (PluginLink plugin : plugins) {
            if (plugin.extension.failClosed()) {
                return plugin.extension.name();
            }
        }
        return null;
    }

    /** Whether it is to have a part now. */
    boolean isFor(Operation operation) {
        return !extension.skipped() && operations.test(operation);
    }

    /**
     * Has it configure something.
     *
     * @return what comes of that, what was there {@code before} if it has no part in it or an accident; or what the
     *     application is to get, a {@code Throwable}
     */
    public Object configure(Operation operation, Object before, Step step) {
        if (!isFor(operation)) {
            return before;
        }
        try {
            return step.configured(plugin);
        } catch (RefusedException refusal) {
            extension.refused(operation);
            return refusal;
        } catch (Throwable accident) {
            if (Rules.unwinds(accident)) {
                return accident;
            }
            return failed(operation, accident) ? refusal(operation, accident) : before;
        }
    }

    /** Takes note of an accident; whether it guards. */
    boolean failed(Operation operation, Throwable accident) {
        boolean guards = extension.failClosed();
        extension.failed(operation, guards ? "guards it" : "is passed by", accident);
        return guards;
    }

    /** What the application gets where a guard has failed. */
    IllegalStateException refusal(Operation operation, Throwable accident) {
        return new IllegalStateException(
                "the guard " + extension.name() + " has failed in " + operation + ", which is refused", accident);
    }
}
