package dev.heddle.agent.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * How the classes of an application are found.
 *
 * @param title what it is, in words
 * @param paths the JVM's own paths, as options; without them it has none
 * @param places the JARs and folders for which the packaging has a class loader of its own
 */
record Packaging(String title, List<String> paths, List<Path> places) {}
