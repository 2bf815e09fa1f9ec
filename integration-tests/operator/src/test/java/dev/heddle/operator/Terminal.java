package dev.heddle.operator;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;

/** The command line as it ships, in a JVM of its own. */
final class Terminal {
    private Terminal() {}

    /** Types {@code java -jar heddle-agent.jar} and these words. */
    static ForkedJvm.Result heddle(Object... words) {
        String[] arguments = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            arguments[i] = words[i].toString();
        }
        return new ForkedJvm().runJar(Repository.agentJar(), arguments);
    }
}
