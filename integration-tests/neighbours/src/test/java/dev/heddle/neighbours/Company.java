package dev.heddle.neighbours;

import static dev.heddle.neighbours.Monitor.DATADOG;
import static dev.heddle.neighbours.Monitor.ELASTIC;
import static dev.heddle.neighbours.Monitor.NEW_RELIC;
import static dev.heddle.neighbours.UsualNeighbour.JACOCO;
import static dev.heddle.neighbours.UsualNeighbour.MOCKITO;
import static dev.heddle.neighbours.UsualNeighbour.OPENTELEMETRY;

import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Other agents in one JVM, in this order. */
record Company(List<Neighbour> members) {
    private static final List<Company> ALL = Stream.<List<Neighbour>>of(
                    List.of(DATADOG),
                    List.of(ELASTIC),
                    List.of(NEW_RELIC),
                    List.of(DATADOG, ELASTIC),
                    List.of(ELASTIC, NEW_RELIC),
                    List.of(NEW_RELIC, DATADOG),
                    List.of(DATADOG, ELASTIC, NEW_RELIC),
                    List.of(DATADOG, JACOCO, MOCKITO),
                    List.of(ELASTIC, OPENTELEMETRY),
                    List.of(NEW_RELIC, OPENTELEMETRY, JACOCO))
            .map(Company::new)
            .toList();

    /** Those whose monitors are all among these. */
    static List<Company> of(List<Monitor> monitors) {
        return ALL.stream()
                .filter(company -> company.members.stream()
                        .allMatch(member -> !(member instanceof Monitor) || monitors.contains(member)))
                .toList();
    }

    /** What the page says a neighbour was run together with. */
    static String besides(Neighbour neighbour) {
        return ALL.stream()
                .filter(company -> company.members.contains(neighbour) && company.members.size() > 1)
                .map(company -> company.members.stream()
                        .filter(member -> member != neighbour)
                        .map(Neighbour::title)
                        .collect(Collectors.joining(" and ")))
                .collect(Collectors.joining("; "));
    }

    /** Adds them to a JVM, and Heddle before one of them or after the last; nowhere with a negative place. */
    ForkedJvm addTo(ForkedJvm jvm, int place, Path extensions, Path logs) {
        for (int next = 0; next <= members.size(); next++) {
            if (next == place) {
                jvm.agent("extensions=" + extensions);
            }
            if (next < members.size()) {
                members.get(next).addTo(jvm, logs);
            }
        }
        return jvm;
    }

    /** What the application is to do beside them. */
    String[] arguments() {
        return members.contains(MOCKITO) ? new String[] {"mocking"} : new String[0];
    }

    @Override
    public String toString() {
        return members.stream().map(Neighbour::title).collect(Collectors.joining(", "));
    }
}
