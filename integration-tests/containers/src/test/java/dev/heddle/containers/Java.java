package dev.heddle.containers;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Jdk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Which Java an application runs on. */
enum Java {
    OF_THE_TESTS {
        @Override
        ForkedJvm jvm() {
            return forShortRuns(ForkedJvm.ofCustomer());
        }
    },
    NEWEST {
        @Override
        ForkedJvm jvm() {
            Optional<Path> home = Jdk.home(25);
            assumeThat(home).as("a Java 25 beside this one").isPresent();
            return forShortRuns(ForkedJvm.ofCustomer()).java(home.get());
        }
    };

    /** A JVM as a customer starts it; a test that needs a Java which is not there is skipped. */
    abstract ForkedJvm jvm();

    private static ForkedJvm forShortRuns(ForkedJvm jvm) {
        return jvm.option("-XX:+UseSerialGC")
                .patience(Duration.ofMinutes(5))
                // A step of a workflow may take its time on a busy machine.
                .environment("TEMPORAL_DEBUG", "true");
    }
}
