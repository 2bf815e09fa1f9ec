/**
 * To test extensions with. {@link dev.heddle.testing.Heddle} runs JUnit tests with the agent as it ships, and
 * {@link dev.heddle.testing.Calls} are what it intercepted.
 *
 * <p>One agent serves all tests of a JVM. Woven code asks the {@link dev.heddle.testing.Dispatcher}, which hands on to
 * the assembly of the thread's {@link dev.heddle.testing.Session}: the agent's own code with settings and an extension
 * folder of that test, in which each extension is a {@link dev.heddle.testing.StandIn}.
 *
 * <p>{@code temporal} and {@code grpc} hold what to call; {@code fake} is for unit tests without the agent.
 */
package dev.heddle.testing;
