/**
 * Temporal's environments for a test with {@link dev.heddle.testing.Heddle}, and its payloads. Needs {@code
 * io.temporal:temporal-testing}.
 */
package dev.heddle.testing.temporal;
