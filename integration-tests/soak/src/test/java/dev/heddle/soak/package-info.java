/**
 * Load and faults: many calls of every kind in one JVM with the agent, a part of which fails in every way there is.
 *
 * <pre>
 *   SoakTest                   starts a Temporal server and the JVM of Soak, and prints the report
 *      |
 *   Soak                       warms up, makes the calls, measures the JVM, has the ledger judged
 *      |
 *   Lane, ShiftCaller          callers: each takes the next number and makes the call that has it
 *   EchoServer, Crew           callees: gRPC servers and Temporal workers, whom Disruption shuts down meanwhile
 *   SoakExtension              between them, in an extension JAR: counts, and fails as planned
 *      |
 *   Ledger                     what each of them has seen of each call
 *   Plan, Expectation, Audit   what was to come of it, and whether it has
 * </pre>
 *
 * <p>Apart from these, ColdStartTest starts ColdStart again and again.
 *
 * <p>Every call has a number. What must happen to it follows from its number and kind, so caller, interceptors and
 * callee agree about it without a word.
 */
package dev.heddle.soak;
