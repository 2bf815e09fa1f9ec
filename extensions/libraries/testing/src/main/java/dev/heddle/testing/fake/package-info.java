/**
 * Stand-ins for the agent, for unit tests of an extension's interceptors without a JVM agent and without a library:
 * make a {@link dev.heddle.testing.fake.FakeCall} and send it through {@link dev.heddle.testing.fake.FakeInterceptors}.
 * They keep the promises of {@link dev.heddle.api} that an interceptor's author relies on, except one: an accident of
 * an interceptor is not contained but fails the test.
 */
package dev.heddle.testing.fake;
