/**
 * Explains what the SDK says when code does not do what a history says: the event, what the code asks for in its place and
 * where, and the change that most probably is the cause.
 *
 * <pre>
 *   Explanations ──▶ Traces ──▶ Trace: what the code of a run asks for, and where
 *        ├─────────▶ Tasks ──▶ Task, HistorySteps: what its history says
 *        ├─────────▶ StuckThread, OtherThreads: what threads did when the deadlock detector tripped
 *        └─────────▶ Mismatch: what the SDK says ──▶ Divergence: what is likely the cause ──▶ Words
 * </pre>
 *
 * <p>It looks on at calls alone: nothing is added to a history, and what the application is thrown stays as it is.
 */
package dev.heddle.extension.determinism.explain;
