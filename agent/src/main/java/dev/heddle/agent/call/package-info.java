/**
 * The third room, where calls pass: the chain and the rules, the same for every library.
 *
 * <pre>
 *   Chain ──▶ Link ──▶ an interceptor
 *     ▲        ├─────▶ ExtensionHealth: counts accidents, says them, switches off; Tally, what is counted by operation
 *     │        └─────▶ CallCounter: counts calls, and measures some
 *     │
 *   AbstractCall, the first interceptor's CallView; each of the others has an InnerCall
 *     │
 *   CallView: runs an interceptor and asks Rules what becomes of the call
 *     │
 *   ProceedingCall: goes on at most once, maybe Elsewhere, in the Scopes that its interceptor has asked for;
 *                   OpenScopes has those that are open on a thread
 * </pre>
 *
 * <p>It knows nothing above it. Its class loader is the agent's, one for the JVM.
 */
package dev.heddle.agent.call;
