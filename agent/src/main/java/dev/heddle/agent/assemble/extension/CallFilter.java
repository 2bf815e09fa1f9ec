package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.call.Link;
import dev.heddle.agent.settings.AgentSetting;
import dev.heddle.agent.settings.ExtensionSettings;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import dev.heddle.api.Selector;
import dev.heddle.api.TemporalCall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which of the calls that an extension asks for it gets: what its operator says in the settings {@code only} and
 * {@code except}, of which its own code knows nothing.
 *
 * <p>A call passes if {@code only} names its operation, or no operation at all; if for each attribute that {@code only}
 * says something of one of the patterns matches; and if nothing in {@code except} does. What can be decided of an
 * operation is decided when its chain is built, and only what is left is asked of each call.
 */
final class CallFilter {
    private final CallPatterns only;
    private final CallPatterns except;
    private final String text;

    private CallFilter(CallPatterns only, CallPatterns except, String text) {
        this.only = only;
        this.except = except;
        this.text = text;
    }

    /**
     * What an operator has set for an extension.
     *
     * @throws IllegalArgumentException if a setting cannot be understood
     */
    static CallFilter of(ExtensionSettings settings) {
        String onlyKey = AgentSetting.EXTENSION_ONLY.keyInExtension();
        String exceptKey = AgentSetting.EXTENSION_EXCEPT.keyInExtension();
        List<String> only = settings.list(onlyKey);
        List<String> except = settings.list(exceptKey);
        return new CallFilter(
                CallPatterns.of(settings.spelled(onlyKey), only),
                CallPatterns.of(settings.spelled(exceptKey), except),
                said(", only ", only) + said(", except ", except));
    }

    private static String said(String how, List<String> terms) {
        return terms.isEmpty() ? "" : how + String.join(", ", terms);
    }

    /** What is wrong with the names that the settings give, in words for a line of log; or {@code null}. */
    String problem(ClassLoader application) {
        String ofOnly = only.problem(application);
        return ofOnly == null ? except.problem(application) : ofOnly;
    }

    /** The link as it is for an operation, or one that asks about each call; {@code null} if it is none of its. */
    Link limit(Link link, Operation operation) {
        boolean temporal = operation.category() != Category.GRPC_CLIENT && operation.category() != Category.GRPC_SERVER;
        boolean named = only.operations().isEmpty() || only.name(operation);
        if (!named || except.name(operation) || !temporal && !only.attributes().isEmpty()) {
            return null;
        }
        return temporal && asksOfCalls()
                ? new Link(link.health(), new ConditionalInterceptor(new OfCall(only, except), link.interceptor()))
                : link;
    }

    /**
     * What {@code only} names of gRPC servers' methods.
     *
     * @param clients whether the extension wants calls of clients too, which a name without a side may be for
     */
    List<Selector<?>> ofGrpcServers(boolean clients) {
        List<Selector<?>> named = new ArrayList<>();
        List<String> ofClients = new ArrayList<>();
        for (Selector<?> calls : only.operations()) {
            if (calls.categories().contains(Category.GRPC_CLIENT)) {
                ofClients.addAll(calls.named());
            }
        }
        for (Selector<?> calls : only.operations()) {
            boolean grpcAlone = calls.categories().equals(List.of(Category.GRPC_SERVER));
            if (grpcAlone && !calls.named().isEmpty() && !(clients && ofClients.containsAll(calls.named()))) {
                named.add(calls);
            }
        }
        return named;
    }

    /** Whether {@code only} names an operation. */
    boolean names(Operation operation) {
        return only.name(operation);
    }

    /** Whether an operation passes, of whose calls nothing can be asked. */
    boolean passes(Operation operation) {
        return (only.operations().isEmpty() || only.name(operation))
                && only.attributes().isEmpty()
                && !except.name(operation);
    }

    /** What the settings name that is neither a category nor a method of gRPC, or {@code null}. */
    String finerThanCategories() {
        String ofOnly = only.finerThanCategories();
        return ofOnly == null ? except.finerThanCategories() : ofOnly;
    }

    private boolean asksOfCalls() {
        return !only.attributes().isEmpty() || !except.attributes().isEmpty();
    }

    /** As the line of log about an extension ends: {@code , only queue:billing-*}, or empty. */
    @Override
    public String toString() {
        return text;
    }

    /** Decides of a call of Temporal what its operation leaves open. */
    private record OfCall(CallPatterns only, CallPatterns except) implements Predicate<Call> {
        @Override
        public boolean test(Call call) {
            TemporalCall temporal = (TemporalCall) call;
            for (AttributePatterns wanted : only.attributes()) {
                if (!wanted.match(temporal)) {
                    return false;
                }
            }
            for (AttributePatterns unwanted : except.attributes()) {
                if (unwanted.match(temporal)) {
                    return false;
                }
            }
            return true;
        }
    }
}
