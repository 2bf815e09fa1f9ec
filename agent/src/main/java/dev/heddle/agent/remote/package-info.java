/**
 * How a command line and a running JVM of the same user talk, without a listener and without a thread that waits.
 *
 * <pre>
 *   command line                                            JVM with the agent
 *   Question: opens a socket in /tmp/heddle-PID  ◀─────┐
 *   asks the JVM for its agent properties ──────────── │ ──▶ Ear: looks into /tmp/heddle-PID, starts a thread
 *             (jcmd's own way, the Attach API)         └──── Visit: connects, reads the words, runs the Command
 *   prints                                       ◀────────── Answer: text as it comes, at last the exit code
 * </pre>
 *
 * <p>What else there is, and why not: an agent that is loaded once more by the Attach API makes the JVM write a warning of
 * four lines to the application's stderr from JDK 21 on (JEP 451), adds the agent's JAR to the class path once more and
 * leaves an instrumentation behind, each time. JMX by the local connector opens a TCP port and keeps threads. A thread that
 * waits at a socket, or looks for a file, is there all day for a question a month. A signal belongs to the application. The
 * agent properties are what the JVM hands out to {@code jcmd}'s relatives anyway: Heddle puts a subclass of
 * {@link java.util.Properties} in their place when the first application appears, which the JVM asks for its names on its
 * own attach thread. Where that field of the JDK is gone one day, the command line says that the JVM does not listen.
 *
 * <p>Who may ask is who may attach: the user of the JVM, on the same machine and in the same container. Both sides check
 * that the folder is that user's alone, and by the socket's credentials that the other one is the same user.
 *
 * <p>Its class loader is the agent's, in the JVM and in the command line, which have the same protocol if they are of the
 * same version, and say so if not.
 */
package dev.heddle.agent.remote;
