/**
 * Plays random scripts on both ends of gRPC calls, in a JVM without the agent and in JVMs with it, and compares what
 * either end can see. See the README.md of this module.
 *
 * <pre>
 *   ScriptWriter ──▶ Script ──▶ World ──▶ Trace        one script in one JVM, from its seed to what was seen
 *                                 │
 *         ClientEnd  ServerEnd  Watch  Gate  Wire       what it is played with
 *
 *   Player  (a JVM that plays)  ◀──socket──  Side  ◀── Comparison, Shrinker, Differential   (the JVM that compares)
 * </pre>
 *
 * <p><b>A script has one outcome.</b> One thread at a time does something: whoever has another thread do a step waits for
 * it, an executor's tasks wait until the script has them run, time passes when the script says so, and after each
 * operation the network comes to rest: every byte that was written has been read, and the event loop has no task left.
 */
package dev.heddle.differential;
