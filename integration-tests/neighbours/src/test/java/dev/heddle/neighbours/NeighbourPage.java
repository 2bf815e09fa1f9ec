package dev.heddle.neighbours;

import java.util.List;
import java.util.stream.Stream;

/** The part of {@code COVERAGE.md} on other agents, from what the tests run and the versions in the POM. */
final class NeighbourPage {
    static final String HEADING = "Other agents";

    private static final String INTRODUCTION = """

            ## %s

            An application that uses most of Temporal and gRPC runs beside each of these, which is named on the command line
            before Heddle and after it: its result and the set of intercepted calls are as without the other, the other
            works, and Heddle warns of nothing. Those that `mvn verify` runs run all together too, on Java 17 and 25. The
            others send nothing, run on the Java of the build, also together with whom is named, and no log, theirs or the
            application's, has a warning more than without Heddle.

            | Agent | Version | Run by | Together with |
            |---|---|---|---|
            """;

    private static final String REST = """

            SkyWalking is not tested: of its agent, `org.apache.skywalking:apm-agent`, the parent POM is not to be had.
            """;

    private NeighbourPage() {}

    static String render() {
        StringBuilder page = new StringBuilder(INTRODUCTION.formatted(HEADING));
        for (Neighbour neighbour : all()) {
            boolean monitor = neighbour instanceof Monitor;
            page.append("| %s | %s | `mvn %sverify` | %s |\n"
                    .formatted(
                            neighbour.title(),
                            neighbour.property().isEmpty() ? "" : Pom.value(neighbour.property()),
                            monitor ? "-Pmatrix " : "",
                            monitor ? Company.besides(neighbour) : "all of these"));
        }
        return page + REST;
    }

    private static List<Neighbour> all() {
        return Stream.<Neighbour>concat(Stream.of(UsualNeighbour.values()), Stream.of(Monitor.values()))
                .toList();
    }
}
