package dev.heddle.frameworks;

import dev.heddle.harness.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The frameworks' part of {@code COVERAGE.md}, from what {@link FrameworkTest} expects and the versions in the POMs. */
final class FrameworkPage {
    static final String HEADING = "Frameworks";

    private static final String INTRODUCTION = """

            ## %s

            An application of each, built and packed as its users do it, has a Temporal worker and client and a gRPC server
            and client, and runs with the agent and without, with `mvn -Pmatrix verify`: what it prints is equal, nobody's log
            has a further warning, and each of its calls is seen exactly once, with the header that was sent along, but for
            those that are named here.

            | Application | Made of | Java | Not intercepted |
            |---|---|---|---|
            """;

    private FrameworkPage() {}

    static String render() {
        StringBuilder page = new StringBuilder(INTRODUCTION.formatted(HEADING));
        for (Framework framework : Framework.values()) {
            String pom = read(framework.project().resolve("pom.xml"));
            String variant = framework.variant().isEmpty() ? "" : "; " + framework.variant();
            String javas = framework.javas().stream().map(String::valueOf).collect(Collectors.joining(", "));
            page.append("| %s | %s%s | %s | %s |\n"
                    .formatted(
                            element(pom, "name"),
                            element(pom, "description"),
                            variant,
                            javas,
                            framework.notIntercepted()));
        }
        return page.toString();
    }

    private static String element(String pom, String name) {
        Matcher element =
                Pattern.compile("<%1$s>([^<]+)</%1$s>".formatted(name)).matcher(pom);
        if (!element.find()) {
            throw new AssertionError("no " + name + " in\n" + pom);
        }
        return Pattern.compile("\\$\\{([^}]+)}").matcher(element.group(1)).replaceAll(FrameworkPage::version);
    }

    private static String version(MatchResult property) {
        return element(read(Repository.file("integration-tests/frameworks/applications/pom.xml")), property.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
