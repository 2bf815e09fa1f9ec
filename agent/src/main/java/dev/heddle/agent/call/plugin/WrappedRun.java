package dev.heddle.agent.call.plugin;

import dev.heddle.agent.call.Rules;
import dev.heddle.agent.call.Rules.Did;
import dev.heddle.agent.call.Rules.Seen;
import dev.heddle.api.Operation;
import dev.heddle.api.Plugin;
import dev.heddle.api.RefusedException;
import dev.heddle.api.Run;
import java.util.List;

/** Something that the library is about to do, on its way through the plugins that wrap it. Of one thread. */
public final class WrappedRun {
    /** The method of plugins that wraps it. */
    @FunctionalInterface
    public interface Method {
        /** Has a plugin wrap it. */
        Object wrap(Plugin plugin, Run run) throws Throwable;
    }

    /** What the library does. */
    @FunctionalInterface
    public interface Rest {
        /** Does it. */
        Object run() throws Throwable;
    }

    private final List<PluginLink> plugins;
    private final Operation operation;
    private final Method method;
    private final List<?> objects;
    private final List<String> taskQueues;
    private final Class<?> result;
    private final Rest rest;

    /**
     * Something to do.
     *
     * @param plugins the outermost first
     * @param objects what it is about
     * @param result what comes of it, {@code null} for nothing
     */
    public WrappedRun(
            List<PluginLink> plugins,
            Operation operation,
            Method method,
            List<?> objects,
            List<String> taskQueues,
            Class<?> result,
            Rest rest) {
        this.plugins = plugins;
        this.operation = operation;
        this.method = method;
        this.objects = objects;
        this.taskQueues = List.copyOf(taskQueues);
        this.result = result;
        this.rest = rest;
    }

    /** Does it. */
    public Object run() throws Throwable {
        return from(0);
    }

    private Object from(int index) throws Throwable {
        if (index == plugins.size()) {
            return rest.run();
        }
        PluginLink link = plugins.get(index);
        if (!link.isFor(operation)) {
            return from(index + 1);
        }
        Turn turn = new Turn(index + 1);
        Object given = null;
        Throwable thrown = null;
        try {
            given = method.wrap(link.plugin(), turn);
        } catch (Throwable failure) {
            thrown = failure;
        }
        turn.over = true;
        return outcome(link, turn, given, thrown);
    }

    private Object outcome(PluginLink link, Turn turn, Object given, Throwable thrown) throws Throwable {
        Did did = did(turn, given, thrown);
        if (did == Did.REFUSE) {
            link.extension().refused(operation);
        }
        Throwable accident = did == Did.FAIL ? accident(link, thrown) : null;
        boolean guards = accident != null && link.failed(operation, accident);
        return switch (Rules.verdict(did, turn.seen, guards)) {
            case RESULT -> result == null ? null : given;
            case THROW -> throw thrown;
            case OUTCOME -> turn.outcome();
            case SKIP -> from(turn.next);
            case REFUSE -> throw link.refusal(operation, accident);
        };
    }

    private Did did(Turn turn, Object given, Throwable thrown) {
        if (thrown == null) {
            boolean fits = result == null ? turn.seen == Seen.RESULT : result.isInstance(given);
            return fits ? Did.GIVE_RESULT : Did.FAIL;
        }
        if (thrown == turn.failure) {
            return Did.THROW_SEEN;
        }
        if (thrown instanceof RefusedException) {
            return Did.REFUSE;
        }
        return Rules.unwinds(thrown) ? Did.UNWIND : Did.FAIL;
    }

    private Throwable accident(PluginLink link, Throwable thrown) {
        return thrown != null
                ? thrown
                : new IllegalStateException(link.plugin().getClass().getName() + " has neither gone on nor refused "
                        + operation + (result == null ? "" : ", nor given a " + result.getSimpleName()));
    }

    /** The turn of one plugin. */
    private final class Turn implements Run {
        private final Thread thread = Thread.currentThread();
        private final int next;
        private Seen seen = Seen.NOTHING;
        private Object value;
        private Throwable failure;
        private boolean over;

        Turn(int next) {
            this.next = next;
        }

        @Override
        public List<String> taskQueues() {
            return taskQueues;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            for (Object object : objects) {
                if (type.isInstance(object)) {
                    return type.cast(object);
                }
            }
            return null;
        }

        @Override
        public Object proceed() throws Throwable {
            if (Thread.currentThread() != thread) {
                throw new IllegalStateException(operation + " goes on where it began, on " + thread.getName());
            }
            if (over || seen != Seen.NOTHING) {
                throw new IllegalStateException(operation + (over ? " is over" : " has gone on before"));
            }
            seen = Seen.UNDER_WAY;
            try {
                value = from(next);
                seen = Seen.RESULT;
                return value;
            } catch (Throwable thrown) {
                failure = thrown;
                seen = thrown instanceof Error ? Seen.ERROR : Seen.FAILURE;
                throw thrown;
            }
        }

        Object outcome() throws Throwable {
            if (failure != null) {
                throw failure;
            }
            return value;
        }
    }
}
