/**
 * Coroutine and reactive stubs with the agent and without.
 *
 * <pre>
 *   StubsTest ──▶ Scenario: who calls whom, over what, and how ──▶ Exchange plays it
 *                    │                                                │
 *                    ▼                                                ▼
 *                 Work, Use: what the two ends do          Library: KOTLIN, REACTOR, RX, RAW
 *                                                                     │
 *                                                                     ▼
 *                                                                  Journal: what the application has seen
 * </pre>
 */
package dev.heddle.stubs;
