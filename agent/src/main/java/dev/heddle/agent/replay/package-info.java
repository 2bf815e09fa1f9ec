/**
 * Replays histories by the workers of an application that is started for nothing else: {@code replay}, in a JVM of its own
 * that has the agent.
 *
 * <pre>
 *   Premain ──▶ ReplayStart ──▶ ReplayRun ──▶ HistorySource: a folder, a server
 *                    │              ├───────▶ Replayer ──▶ HistoryReplay ──▶ CaughtWorker ──▶ SdkReplay
 *                    ▼              └───────▶ status.Replayed, the report
 *   woven code ──▶ ReplayHook ──▶ control.RunningAgent, as in any other JVM
 *                    ├──▶ a channel is made: replay.grpc.ServerStandIn ──▶ ServerCalls
 *                    └──▶ a worker is made: CaughtWorkers
 * </pre>
 *
 * <p>The application runs its {@code main} as ever, and its workers start. What it asks Temporal's server is answered or
 * held on its channels, below all interceptors, so that nothing it does there leaves the JVM; a client or worker whose
 * channel was not caught is not made. Its class loader is the agent's; none of it is loaded but where somebody replays.
 */
package dev.heddle.agent.replay;
