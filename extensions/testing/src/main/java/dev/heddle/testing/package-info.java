/**
 * To test extensions with. {@link dev.heddle.testing.Heddle} runs JUnit tests with the agent as it ships, and
 * {@link dev.heddle.testing.Calls} has what it intercepted; {@code temporal} and {@code grpc} hold what to call.
 *
 * <p>The fakes, from {@link dev.heddle.testing.FakeCall} on, stand in for the agent in unit tests, without a JVM agent
 * and without a library. They keep the promises of {@link dev.heddle.api} that an interceptor's author relies on,
 * except one: an accident of an interceptor is not contained but fails the test.
 */
package dev.heddle.testing;
