package dev.heddle.agent.call.dropin;

import dev.heddle.agent.call.Rules;
import dev.heddle.api.Operation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The drop-ins at one place of one list of interceptors: those that there are now, so that one which is switched off or
 * taken out has no part in what is made from then on. Thread-safe.
 */
public final class DropIns {
    private final Class<?> type;
    private final Supplier<List<DropIn>> current;
    private final boolean inner;
    private final Set<String> own;
    private final CompleteClass complete = new CompleteClass();

    /** What a drop-in stands in front of, made of what is further in. */
    @FunctionalInterface
    public interface Step {
        /** Has the drop-in stand in front of {@code next}. */
        Object inFrontOf(Object dropIn, Object next);
    }

    private DropIns(Class<?> type, Supplier<List<DropIn>> current, boolean inner, Set<String> own) {
        this.type = type;
        this.current = current;
        this.inner = inner;
        this.own = own;
    }

    /**
     * Those of a place.
     *
     * @param type of the objects, as the library has it
     * @param current all of that type, outermost first
     * @param registered what the application has registered itself: drop-ins of these classes are not added again
     * @return {@code null} if there is none at that place now
     */
    public static DropIns of(Class<?> type, Supplier<List<DropIn>> current, boolean inner, Iterable<?> registered) {
        Set<String> own = new HashSet<>();
        for (Object each : registered) {
            if (each != null) {
                own.add(each.getClass().getName());
            }
        }
        boolean any = false;
        for (DropIn dropIn : current.get()) {
            if (type.isInstance(dropIn.object()) && dropIn.inner() == inner) {
                any |= !dropIn.isAmong(registered);
            }
        }
        return any ? new DropIns(type, current, inner, Set.copyOf(own)) : null;
    }

    /** Those that are wanted for an operation now, outermost first. */
    public DropIn[] of(Operation operation) {
        List<DropIn> all = current.get();
        DropIn[] wanted = new DropIn[all.size()];
        int count = 0;
        for (DropIn each : all) {
            if (each.inner() == inner
                    && type.isInstance(each.object())
                    && !own.contains(each.object().getClass().getName())
                    && each.isFor(operation)) {
                wanted[count++] = each;
            }
        }
        return Arrays.copyOf(wanted, count);
    }

    /**
     * Has them stand in front of something, each by a method of its own; one that has an accident there, or gives what
     * lacks a method, does not.
     *
     * @param made the type of what a drop-in makes
     */
    public Object inFrontOf(Object innermost, Operation operation, Class<?> made, Step step) {
        Object next = innermost;
        DropIn[] wanted = of(operation);
        for (int i = wanted.length - 1; i >= 0; i--) {
            next = inFrontOf(next, wanted[i], operation, made, step);
        }
        return next;
    }

    private Object inFrontOf(Object next, DropIn dropIn, Operation operation, Class<?> made, Step step) {
        dropIn.takesPart(operation);
        try {
            Object result = step.inFrontOf(dropIn.object(), next);
            if (result == null) {
                throw new NullPointerException(dropIn.object().getClass().getName() + " has made nothing");
            }
            if (result != next) {
                complete.require(result.getClass(), made);
            }
            return result;
        } catch (Throwable accident) {
            if (Rules.unwinds(accident)) {
                throw accident;
            }
            dropIn.failed(operation, accident);
            return next;
        }
    }
}
