package dev.heddle.containers;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application with {@code temporal-shaded}, which has gRPC in a package of its own, and with gRPC itself. */
class ShadedTest {
    @Test
    void bothKindsOfGrpcAreIntercepted(@TempDir Path folder) {
        String output = Java.OF_THE_TESTS
                .jvm()
                .classPath(Greetings.pathOf(Greetings.jarsWithSdk("shaded")))
                .agent(Greetings.recordingIn(folder))
                .run(Greetings.MAIN)
                .expectSuccess();
        // The SDK starts the workflow through its own copy of gRPC, the echo is heard through the other.
        Greetings.assertIntercepted(output, "1.38.0", 1);
    }
}
