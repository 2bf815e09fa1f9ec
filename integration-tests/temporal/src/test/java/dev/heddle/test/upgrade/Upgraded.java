package dev.heddle.test.upgrade;

import dev.heddle.test.CustomerApplication;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An application whose agent is overwritten while it runs: {@code Upgraded JAR NEW-CONTENT before|after}. */
public final class Upgraded {
    private Upgraded() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[2].equals("after")) {
            WorkflowClient.newInstance(WorkflowServiceStubs.newLocalServiceStubs());
        }
        // In place, as cp does: whoever has the file open reads the new content.
        Files.write(Path.of(arguments[0]), Files.readAllBytes(Path.of(arguments[1])));
        try {
            CustomerApplication.run();
        } catch (RuntimeException refused) {
            System.out.println("application: " + refused.getCause().getMessage());
        }
        // An ordinary end, at which extensions are closed.
        System.exit(0);
    }
}
