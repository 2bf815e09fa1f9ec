/**
 * The command line, {@code java -jar heddle-agent.jar COMMAND …}: a program of its own that no application loads a class
 * of.
 *
 * <pre>
 *   bootstrap.Main ──▶ Heddle, the list of commands ──▶ StatusCommand, … ──▶ Jvm ──▶ remote.Question ──▶ another JVM
 *
 *   CheckCommand ──▶ Packaging, what an application's classes are ──▶ RehearsalJvm ──▶ control.Rehearsal in a JVM of its own
 *
 *   ReplayCommand ──▶ ReplayJvm, an application with this agent in it ──▶ replay.ReplayStart there
 * </pre>
 *
 * <p>To add a command: a class here with picocli's {@code @Command}, named in {@link dev.heddle.agent.cli.Heddle}. One that
 * asks a running JVM extends {@link dev.heddle.agent.cli.JvmCommand}, which has the parameter PID, and hands on words;
 * what it asks for is a {@link dev.heddle.agent.remote.Command} with a line in {@code control.Commands}. What is to be
 * printed is written there, where the facts are, and passes here as it comes; so it is with what {@code check} prints. Exit
 * codes: 0 done, 1 not done, or with problems, 2 not understood, or nothing to be checked, 3 no such JVM, or none that has
 * Heddle.
 *
 * <p>Its class loader is one for the folder {@code cli/} of the agent's JAR, below the agent's, with picocli in it.
 */
package dev.heddle.agent.cli;
