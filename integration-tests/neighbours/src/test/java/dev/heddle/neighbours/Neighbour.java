package dev.heddle.neighbours;

import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;

/** Another agent. */
interface Neighbour {
    /** What the page calls it. */
    String title();

    /** The property of the POM that has its version; empty for none. */
    String property();

    /** Names the agent on the command line, with a folder for what it writes. */
    void addTo(ForkedJvm jvm, Path folder);

    /** Expects a sign that the agent has done its own work. */
    void assertWorked(String output, Path folder);
}
