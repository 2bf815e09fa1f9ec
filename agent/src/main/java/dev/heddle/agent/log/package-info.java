/**
 * The agent's log, lines on stderr, whatever the application logs with.
 *
 * <pre>
 *   any room ──▶ AgentLog ──▶ slf4j-simple of the agent's own ──▶ stderr
 * </pre>
 *
 * <p>Its class loader is the agent's, one for the JVM, and so is its SLF4J. The rooms next to a library see the
 * application's SLF4J: they call this package's methods that name none of its types.
 */
package dev.heddle.agent.log;
