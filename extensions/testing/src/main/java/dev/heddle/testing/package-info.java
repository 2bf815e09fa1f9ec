/**
 * Stand-ins for the agent, to test an extension's interceptors without a JVM agent and without Temporal. They keep the
 * promises of {@link dev.heddle.api} that an interceptor's author relies on, except one: an accident of an interceptor
 * is not contained but fails the test.
 */
package dev.heddle.testing;
