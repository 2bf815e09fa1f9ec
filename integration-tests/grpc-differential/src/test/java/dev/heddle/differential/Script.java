package dev.heddle.differential;

import io.grpc.MethodDescriptor.MethodType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What happens to one call or two: all that a seed stands for. */
record Script(long seed, Setup setup, List<Step> steps, List<Hook> hooks) {
    /** Whether it is among those that are to be played, by the property {@code only}. */
    boolean wanted() {
        return setup.toString().contains(System.getProperty("only", ""));
    }

    /** Of how many parts one can do without each. */
    int parts() {
        return setup.options().size()
                + steps.size()
                + hooks.stream().mapToInt(hook -> hook.steps().size()).sum();
    }

    /** The same without some of its parts, given by their numbers from 0 on. */
    Script without(Set<Integer> dropped) {
        if (dropped.isEmpty()) {
            return this;
        }
        Predicate<Object> kept = new Predicate<>() {
            private int number;

            @Override
            public boolean test(Object part) {
                return !dropped.contains(number++);
            }
        };
        Set<Option> options = EnumSet.noneOf(Option.class);
        setup.options().stream().filter(kept).forEachOrdered(options::add);
        List<Step> fewerSteps = steps.stream().filter(kept).toList();
        List<Hook> fewerHooks = new ArrayList<>();
        for (Hook hook : hooks) {
            List<Step> rest = hook.steps().stream().filter(kept).toList();
            if (!rest.isEmpty()) {
                fewerHooks.add(new Hook(hook.call(), hook.place(), hook.moment(), hook.after(), hook.nth(), rest));
            }
        }
        return new Script(seed, setup.with(options), fewerSteps, fewerHooks);
    }

    /** Whether the client may send one message only. */
    boolean oneRequest() {
        return setup.kind() == MethodType.UNARY || setup.kind() == MethodType.SERVER_STREAMING;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("script " + seed + ": " + setup + "\n");
        steps.forEach(step -> text.append("  ").append(step).append('\n'));
        for (Hook hook : hooks) {
            text.append("  ").append(hook).append(":\n");
            hook.steps().forEach(step -> text.append("      ").append(step).append('\n'));
        }
        return text.toString();
    }
}
