package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.call.plugin.PluginLink;
import dev.heddle.agent.settings.NearestName;
import dev.heddle.api.Operation;
import dev.heddle.api.Plugin;
import dev.heddle.api.Selector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A setting that names calls: by their operation, as selectors and logs do ({@code client}, {@code workflow outbound
 * sleep}, {@code handleSignal}, {@code grpc:orders.*}), or by an attribute ({@code queue:billing-*}).
 *
 * @param operations those named; none if the setting says nothing of them
 * @param attributes patterns for each attribute that the setting says something of
 */
record CallPatterns(List<Selector<?>> operations, List<AttributePatterns> attributes) {
    private static final String GRPC = "grpc";

    /** What the name of an operation may follow. */
    private static final List<Selector<?>> GROUPS = List.of(
            Selector.CLIENT,
            Selector.WORKFLOW_INBOUND,
            Selector.WORKFLOW_OUTBOUND,
            Selector.ACTIVITY_INBOUND,
            Selector.ACTIVITY_OUTBOUND,
            Selector.NEXUS_INBOUND,
            Selector.NEXUS_OUTBOUND,
            Selector.GRPC_CLIENT,
            Selector.GRPC_SERVER,
            Selector.INBOUND,
            Selector.OUTBOUND);

    /**
     * Reads a setting.
     *
     * @throws IllegalArgumentException if it names an attribute that there is not
     */
    static CallPatterns of(String key, List<String> terms) {
        List<Selector<?>> operations = new ArrayList<>();
        Map<CallAttribute, List<String>> attributes = new EnumMap<>(CallAttribute.class);
        for (String term : terms) {
            int colon = term.indexOf(':');
            if (colon < 0) {
                operations.add(operation(term));
                continue;
            }
            String name = term.substring(0, colon).strip();
            String pattern = term.substring(colon + 1).strip();
            if (pattern.isEmpty()) {
                throw new IllegalArgumentException(
                        key + " has '" + term + "', which matches nothing; say " + name + ":*");
            }
            if (name.equals(GRPC)) {
                operations.add(Selector.GRPC_CLIENT.only(pattern));
                operations.add(Selector.GRPC_SERVER.only(pattern));
            } else {
                attributes
                        .computeIfAbsent(attribute(key, name), none -> new ArrayList<>())
                        .add(pattern);
            }
        }
        return new CallPatterns(
                operations,
                attributes.entrySet().stream()
                        .map(entry -> AttributePatterns.of(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Selector<?> operation(String term) {
        for (Selector<?> group : GROUPS) {
            if (term.equals(group.toString())) {
                return group;
            }
            if (term.startsWith(group + " ")) {
                return group.only(term.substring(group.toString().length()).strip());
            }
        }
        return Selector.ALL.only(term);
    }

    private static CallAttribute attribute(String key, String name) {
        TreeSet<String> known = new TreeSet<>();
        known.add(GRPC);
        for (CallAttribute attribute : CallAttribute.values()) {
            if (attribute.toString().equals(name)) {
                return attribute;
            }
            known.add(attribute.toString());
        }
        throw new IllegalArgumentException(key + " tells calls by '" + name + "'; "
                + NearestName.to(name, known)
                        .map(nearest -> "did you mean " + nearest + "?")
                        .orElseGet(() -> "known are " + String.join(", ", known)));
    }

    /** Whether an operation is named. */
    boolean name(Operation operation) {
        for (Selector<?> named : operations) {
            if (named.selects(operation)) {
                return true;
            }
        }
        return false;
    }

    /** What is named that is neither a category nor a method of gRPC, or {@code null}. */
    String finerThanCategories() {
        for (Selector<?> named : operations) {
            if (!named.patterns().isEmpty() && !named.toString().startsWith(GRPC)) {
                return named.patterns().get(0);
            }
        }
        return attributes.isEmpty() ? null : attributes.get(0).attribute() + ":";
    }

    /** What is wrong with the names of operations, or {@code null}. */
    String problem(ClassLoader application) {
        for (Selector<?> named : operations) {
            String problem = named.patterns().isEmpty() || isOfPlugins(named)
                    ? null
                    : OperationNames.problem(named, application);
            if (problem != null) {
                return named.categories().size() == Selector.ALL.categories().size()
                        ? nearestGroup(named.patterns().get(0)).orElse(problem)
                        : problem;
            }
        }
        return null;
    }

    /** Of the methods of plugins every version has each. */
    private static boolean isOfPlugins(Selector<?> named) {
        return Stream.of(Plugin.class.getMethods())
                .anyMatch(method -> named.selects(PluginLink.operation(method.getName())));
    }

    /** A word alone may have been meant as a category. */
    private static Optional<String> nearestGroup(String word) {
        Set<String> groups = new TreeSet<>();
        GROUPS.forEach(group -> groups.add(group.toString()));
        return NearestName.to(word, groups)
                .map(nearest -> "no operation and no category is called '" + word + "'; did you mean " + nearest + "?");
    }
}
