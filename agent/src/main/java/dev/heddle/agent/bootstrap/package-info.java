/**
 * Where the JVM and woven code enter. It knows nothing but the JDK, of Java 8, so that an older JVM can say what is
 * missing; all else of the agent may know it.
 *
 * <pre>
 *   JVM ──▶ Premain ──▶ AgentLoader ──▶ the agent, which connects itself to the
 *   woven code of an application ──▶    Hook
 * </pre>
 *
 * <p>Its class loader is the system's, from the root of the agent's JAR: with {@code dev.heddle.api} the only part of
 * Heddle that an application can see.
 */
package dev.heddle.agent.bootstrap;
