package acme.corpus;

import acme.library.Ledgers;
import acme.library.Reflection;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Queries that change what their workflow remembers, or ask for something; and validators, where the name says so. */
final class ReadOnlyKinds {
    static final String RULE = "readonly";

    private ReadOnlyKinds() {}

    /** Whether a validator runs a kind's program, and no query. */
    static boolean isOfValidator(Kind kind) {
        return kind.name().startsWith("a validator");
    }

    private static Ledger ledger() {
        return Ledger.here();
    }

    static List<Kind> all() {
        return List.of(
                kind(
                        "a counter",
                        () -> ledger().asked++,
                        () -> ledger().tally.increment(),
                        () -> Reflection.set(ledger(), "asked", 7),
                        () -> Integer.sum(ledger().asked, 1)),
                kind(
                        "a field",
                        () -> ledger().last = "x",
                        () -> ledger().tally.note("x"),
                        () -> Reflection.set(ledger(), "last", "y"),
                        () -> ledger().madeWhenNeeded = "made"),
                kind(
                        "a list",
                        () -> ledger().names.add("x"),
                        () -> Ledgers.add(ledger().names),
                        () -> {
                            BooleanSupplier add = () -> ledger().names.add("x");
                            add.getAsBoolean();
                        },
                        () -> new ArrayList<>(ledger().names).add("x")),
                kind(
                        "a map",
                        () -> ledger().counts.put("x", 1),
                        () -> Ledgers.put(ledger().counts),
                        () -> {
                            Supplier<Integer> remove = () -> ledger().counts.remove("a");
                            remove.get();
                        },
                        () -> ledger().recent.get("a")),
                kind(
                        "an array",
                        () -> ledger().totals[0]++,
                        () -> Ledgers.count(ledger().totals),
                        () -> {
                            IntSupplier next = () -> ledger().totals[0]++;
                            next.getAsInt();
                        },
                        () -> ledger().totals.clone()[0]++),
                kind(
                        "an AtomicInteger",
                        () -> ledger().number.incrementAndGet(),
                        () -> Ledgers.next(ledger().number),
                        () -> {
                            IntSupplier next = ledger().number::incrementAndGet;
                            next.getAsInt();
                        },
                        () -> ledger().number.get()),
                kind(
                        "an object that it holds",
                        () -> ledger().page.lines++,
                        () -> Ledgers.ask(() -> ledger().page.lines++),
                        () -> Reflection.set(ledger().page, "lines", 7),
                        () -> ledger().page.title = "a page".substring(2)),
                kind(
                        "an element",
                        () -> ledger().pages.get(1).lines++,
                        () -> Ledgers.ask(() -> ledger().pages.get(0).lines++),
                        () -> Reflection.set(ledger().pages.get(1), "title", "x"),
                        () -> ledger().page.shared.put("x", 1)),
                kind(
                        "a StringBuilder",
                        () -> ledger().text.append("x"),
                        () -> Ledgers.write(ledger().text),
                        () -> {
                            Supplier<StringBuilder> write = () -> ledger().text.append("x");
                            write.get();
                        },
                        () -> ledger().text.toString().concat("x")),
                kind(
                        "a promise",
                        () -> ledger().promise.complete("x"),
                        () -> Ledgers.ask(() -> ledger().promise.complete("x")),
                        () -> {
                            BooleanSupplier complete = () -> ledger().promise.complete("x");
                            complete.getAsBoolean();
                        },
                        () -> ledger().promise.isCompleted()),
                kind(
                        "an activity",
                        () -> ledger().clerk.write(),
                        () -> Ledgers.ask(ledger().clerk::write),
                        () -> Reflection.call(Ledger.Clerk.class, "write", ledger().clerk),
                        () -> Workflow.getInfo().getRunId()),
                kind(
                        "a timer",
                        () -> Workflow.newTimer(Duration.ofSeconds(1)),
                        () -> Ledgers.ask(() -> Workflow.newTimer(Duration.ofSeconds(1))),
                        () -> Reflection.call(Workflow.class, "newTimer", Duration.class, Duration.ofSeconds(1)),
                        () -> Workflow.getInfo().getWorkflowType()),
                kind(
                        "a validator's counter",
                        () -> ledger().asked++,
                        () -> ledger().tally.increment(),
                        () -> Reflection.set(ledger(), "asked", 7),
                        () -> Integer.sum(ledger().asked, 1)),
                kind(
                        "a validator's map",
                        () -> ledger().counts.clear(),
                        () -> Ledgers.put(ledger().counts),
                        () -> {
                            Supplier<Integer> remove = () -> ledger().counts.remove("a");
                            remove.get();
                        },
                        () -> ledger().counts.get("a")));
    }

    private static Kind kind(
            String name, Kind.Code direct, Kind.Code library, Kind.Code disguised, Kind.Code harmless) {
        return new Kind(RULE, name, direct, library, disguised, harmless);
    }
}
