package dev.heddle.neighbours;

import dev.heddle.harness.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The properties of this module's POM, where the versions are. */
final class Pom {
    private Pom() {}

    static String value(String property) {
        Matcher element = Pattern.compile("<%1$s>([^<]+)</%1$s>".formatted(Pattern.quote(property)))
                .matcher(text());
        if (!element.find()) {
            throw new AssertionError("no property " + property);
        }
        return element.group(1);
    }

    private static String text() {
        try {
            return Files.readString(Repository.file("integration-tests/neighbours/pom.xml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
