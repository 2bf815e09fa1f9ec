/**
 * What a replay wants of the Temporal SDK of an application: whether its workers are started, histories of JSON and of a
 * server, and the SDK's own replay of one.
 *
 * <pre>
 *   TemporalReplay ──▶ HistoryReader: what the SDK replays
 *         └──────────▶ ServerReader ──▶ ServiceStubs: the application's connection, or one to another address
 * </pre>
 *
 * <p>Its class loader is one of the agent's for each application, which sees the application's SDK.
 */
package dev.heddle.agent.replay.temporal;
