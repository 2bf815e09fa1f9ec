package dev.heddle.agent.call.temporal;

import io.temporal.workflow.Functions;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * A function of the application during which its workflow must not change. Classes and no lambdas, because the JVM
 * would make those on the workflow's thread.
 */
final class ReadOnlyFunction {
    private ReadOnlyFunction() {}

    /** A function like this one, or this one if it is of no such kind. */
    @SuppressWarnings("unchecked")
    static Object of(WorkflowCaller caller, Object function) {
        if (function instanceof Supplier<?> condition) {
            return new Condition(caller, condition);
        }
        if (function instanceof Functions.Func<?> effect) {
            return new Effect(caller, effect);
        }
        return function instanceof BiPredicate<?, ?> updated
                ? new Updated(caller, (BiPredicate<Object, Object>) updated)
                : function;
    }

    private record Condition(WorkflowCaller caller, Supplier<?> function) implements Supplier<Object> {
        @Override
        public Object get() {
            caller.beginReadOnly(false);
            try {
                return function.get();
            } finally {
                caller.endReadOnly(false);
            }
        }
    }

    private record Effect(WorkflowCaller caller, Functions.Func<?> function) implements Functions.Func<Object> {
        @Override
        public Object apply() {
            caller.beginReadOnly(false);
            try {
                return function.apply();
            } finally {
                caller.endReadOnly(false);
            }
        }
    }

    private record Updated(WorkflowCaller caller, BiPredicate<Object, Object> function)
            implements BiPredicate<Object, Object> {
        @Override
        public boolean test(Object before, Object after) {
            caller.beginReadOnly(false);
            try {
                return function.test(before, after);
            } finally {
                caller.endReadOnly(false);
            }
        }
    }
}
