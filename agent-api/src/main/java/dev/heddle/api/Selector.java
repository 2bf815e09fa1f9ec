package dev.heddle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which calls an interceptor is for. Start from one of the constants and narrow it:
 *
 * <pre>{@code
 * OUTBOUND                                         whatever leaves with headers
 * CLIENT.only("start", "signalWithStart")          two operations
 * WORKFLOW_OUTBOUND.except("sleep", "await")       all operations but two
 * GRPC_SERVER.only("orders.*").except("orders.Orders/Peek")
 * ACTIVITY_INBOUND.where(call -> call.attempt() > 1)
 * }</pre>
 *
 * <p>A pattern is the name of an operation, or for gRPC the full name of a method, with {@code *} for any characters.
 * Everything but {@link #where} is decided when the library builds its chain and costs nothing per call: an operation
 * that nobody selects runs as if Heddle were not there. A name that no version of the library has is reported with the
 * nearest that one has, and an extension that guards is then refused.
 *
 * <p>Temporal's SDK speaks gRPC itself, mostly to ask its server for work. These methods, {@code temporal.api.*}, are
 * selected by patterns that begin so and by {@link #matching}, and by nothing else: no header gets there by accident.
 *
 * <p>Immutable; each method returns another selector.
 *
 * @param <C> the calls it selects
 */
public final class Selector<C extends Call> {
    /** Calls of Temporal's clients. */
    public static final Selector<TemporalClientCall> CLIENT = of(Category.CLIENT);
    /** What reaches workflows. */
    public static final Selector<WorkflowCall> WORKFLOW_INBOUND = of(Category.WORKFLOW_INBOUND);
    /** What workflows ask for. */
    public static final Selector<WorkflowCall> WORKFLOW_OUTBOUND = of(Category.WORKFLOW_OUTBOUND);
    /** The execution of activities. */
    public static final Selector<ActivityCall> ACTIVITY_INBOUND = of(Category.ACTIVITY_INBOUND);
    /** What activities ask of their context. */
    public static final Selector<ActivityCall> ACTIVITY_OUTBOUND = of(Category.ACTIVITY_OUTBOUND);
    /** What reaches the handlers of Nexus operations. */
    public static final Selector<NexusCall> NEXUS_INBOUND = of(Category.NEXUS_INBOUND);
    /** What the handlers of Nexus operations ask of their context. */
    public static final Selector<NexusCall> NEXUS_OUTBOUND = of(Category.NEXUS_OUTBOUND);
    /** Calls that leave through gRPC channels. */
    public static final Selector<GrpcClientCall> GRPC_CLIENT = of(Category.GRPC_CLIENT);
    /** Calls that arrive at gRPC servers. */
    public static final Selector<GrpcServerCall> GRPC_SERVER = of(Category.GRPC_SERVER);

    /** Whatever arrives with headers: workflows, signals, queries, updates, activities, Nexus, gRPC. */
    public static final Selector<Call> INBOUND = new Selector<>("inbound", direction(true), true);
    /** Whatever leaves with headers: from clients, workflows and gRPC channels. */
    public static final Selector<Call> OUTBOUND = new Selector<>("outbound", direction(false), true);
    /** Every operation there is, but for what Temporal's SDK says to its server. */
    public static final Selector<Call> ALL = new Selector<>("all operations", Category.values(), false);

    private static final String OF_TEMPORAL = "temporal.api.";

    private final String text;
    private final List<Category> categories;
    private final boolean withHeaders;
    private final List<String> only;
    private final List<String> except;
    private final @Nullable Predicate<? super Operation> matching;
    private final @Nullable Predicate<? super C> condition;

    private Selector(String text, List<Category> categories, boolean withHeaders) {
        this(text, categories, withHeaders, List.of(), List.of(), null, null);
    }

    private Selector(
            String text,
            List<Category> categories,
            boolean withHeaders,
            List<String> only,
            List<String> except,
            @Nullable Predicate<? super Operation> matching,
            @Nullable Predicate<? super C> condition) {
        this.text = text;
        this.categories = categories;
        this.withHeaders = withHeaders;
        this.only = only;
        this.except = except;
        this.matching = matching;
        this.condition = condition;
    }

    private static <C extends Call> Selector<C> of(Category category) {
        return new Selector<>(category.name(), List.of(category), false);
    }

    private static List<Category> direction(boolean inbound) {
        List<Category> categories = new ArrayList<>();
        for (Category category : Category.values()) {
            if (category.inbound() == inbound) {
                categories.add(category);
            }
        }
        return List.copyOf(categories);
    }

    /**
     * Those of these operations whose name one of the patterns matches.
     *
     * @throws IllegalArgumentException if there is no pattern, or an empty one
     * @throws IllegalStateException if patterns were given before
     */
    public Selector<C> only(String... patterns) {
        if (!only.isEmpty()) {
            throw new IllegalStateException("only(" + String.join(", ", only) + ") was said before; name all at once");
        }
        return new Selector<>(text, categories, withHeaders, check(patterns), except, matching, condition);
    }

    /**
     * Those of these operations whose name none of the patterns matches.
     *
     * @throws IllegalArgumentException if there is no pattern, or an empty one
     */
    public Selector<C> except(String... patterns) {
        return new Selector<>(
                text, categories, withHeaders, only, concat(except, check(patterns)), matching, condition);
    }

    /**
     * Those of these operations that the predicate accepts, Temporal's own among them. It is asked once per operation
     * and chain, not per call; if it fails, the operation is not selected, or of an extension that guards it is.
     */
    public Selector<C> matching(Predicate<? super Operation> wanted) {
        Objects.requireNonNull(wanted, "wanted");
        Predicate<? super Operation> before = matching;
        Predicate<? super Operation> both =
                before == null ? wanted : operation -> before.test(operation) && wanted.test(operation);
        return new Selector<>(text, categories, withHeaders, only, except, both, condition);
    }

    /**
     * Those of these calls that the predicate accepts. It is asked for each call, on the call's thread and before the
     * interceptor: keep it short. If it fails that is an accident of the interceptor's.
     */
    public Selector<C> where(Predicate<? super C> wanted) {
        Objects.requireNonNull(wanted, "wanted");
        Predicate<? super C> before = condition;
        Predicate<? super C> both = before == null ? wanted : call -> before.test(call) && wanted.test(call);
        return new Selector<>(text, categories, withHeaders, only, except, matching, both);
    }

    /** Whether calls of an operation are selected, if the {@linkplain #condition() condition} accepts them. */
    public boolean selects(Operation operation) {
        String name = operation.name();
        boolean named = only.isEmpty() ? matching != null || !name.startsWith(OF_TEMPORAL) : isNamed(name);
        return named
                && categories.contains(operation.category())
                && (!withHeaders || operation.carriesHeaders())
                && !Pattern.any(except, name)
                && (matching == null || matching.test(operation));
    }

    /** Whether a pattern names the operation; one of Temporal's only a pattern that says so. */
    private boolean isNamed(String operation) {
        for (String pattern : only) {
            if (Pattern.matches(pattern, operation)
                    && (pattern.startsWith(OF_TEMPORAL) || !operation.startsWith(OF_TEMPORAL))) {
                return true;
            }
        }
        return false;
    }

    /** The categories whose operations it may select. */
    public List<Category> categories() {
        return categories;
    }

    /** The patterns given to {@link #only}. */
    public List<String> named() {
        return only;
    }

    /** The patterns given to {@link #only} and {@link #except}, in this order. */
    public List<String> patterns() {
        return concat(only, except);
    }

    /** What {@link #where} asks of each call, or {@code null} if it asks nothing. */
    public @Nullable Predicate<? super C> condition() {
        return condition;
    }

    /** As logs print it: {@code workflow inbound (handleQuery handleSignal)}. */
    @Override
    public String toString() {
        return text
                + (only.isEmpty() ? "" : " (" + String.join(" ", only) + ")")
                + (except.isEmpty() ? "" : " except (" + String.join(" ", except) + ")")
                + (matching == null && condition == null ? "" : ", chosen");
    }

    private static List<String> check(String... patterns) {
        for (String pattern : patterns) {
            if (pattern.isBlank()) {
                throw new IllegalArgumentException("an empty pattern matches nothing");
            }
        }
        if (patterns.length == 0) {
            throw new IllegalArgumentException("name an operation, or leave this out");
        }
        return List.of(patterns);
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
