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
    static Object of(WorkflowScope scope, Object function) {
        if (function instanceof Supplier<?> condition) {
            return new Condition(scope, condition);
        }
        if (function instanceof Functions.Func<?> effect) {
            return new Effect(scope, effect);
        }
        return function instanceof BiPredicate<?, ?> updated
                ? new Updated(scope, (BiPredicate<Object, Object>) updated)
                : function;
    }

    private record Condition(WorkflowScope scope, Supplier<?> function) implements Supplier<Object> {
        @Override
        public Object get() {
            scope.beginReadOnly(false);
            try {
                return function.get();
            } finally {
                scope.endReadOnly(false);
            }
        }
    }

    private record Effect(WorkflowScope scope, Functions.Func<?> function) implements Functions.Func<Object> {
        @Override
        public Object apply() {
            scope.beginReadOnly(false);
            try {
                return function.apply();
            } finally {
                scope.endReadOnly(false);
            }
        }
    }

    private record Updated(WorkflowScope scope, BiPredicate<Object, Object> function)
            implements BiPredicate<Object, Object> {
        @Override
        public boolean test(Object before, Object after) {
            scope.beginReadOnly(false);
            try {
                return function.test(before, after);
            } finally {
                scope.endReadOnly(false);
            }
        }
    }
}
