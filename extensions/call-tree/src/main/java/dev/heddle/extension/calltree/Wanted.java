package dev.heddle.extension.calltree;

import dev.heddle.api.Operation;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The operations to show.
 *
 * @param named categories, names or both; if there are none, all but bookkeeping
 */
record Wanted(List<String> named) implements Predicate<Operation> {
    private static final Pattern BOOKKEEPING = Pattern.compile("workflow inbound (init|new\\w+Thread)"
            + "|workflow outbound (register\\w+|new\\w+Thread|newRandom|randomUUID|currentTimeMillis|get(Info|MetricsScope))"
            + "|(activity|nexus) (in|out)bound (init|(get|is)[A-Z]\\w*)");
    /** What Temporal's SDK says to its server, mostly polls, and what looks after servers. */
    private static final Pattern PLUMBING = Pattern.compile("(temporal\\.api|grpc\\.(health|reflection))\\..*");

    @Override
    public boolean test(Operation operation) {
        String full = operation.toString();
        String name = operation.name();
        boolean plumbing = PLUMBING.matcher(name).matches();
        if (named.isEmpty()) {
            return !plumbing && !BOOKKEEPING.matcher(full).matches();
        }
        String category = full.substring(0, full.length() - name.length()).strip();
        return named.contains(full) || named.contains(name) || named.contains(category) && !plumbing;
    }
}
