/**
 * What operators have set, and what they probably meant.
 *
 * <pre>
 *   agent's argument ─▶ system properties ─▶ environment ─▶ file of heddle.config        the first that has a key wins
 *         └───────────────────┴─────────┬─────────┴──────────────┘
 *                                 AgentSettings ──▶ ExtensionSettings, the view of one extension
 *                                       └────────▶ SettingsReport: lines for what nobody knows
 * </pre>
 *
 * <p>{@link dev.heddle.agent.settings.AgentSettings} runs in every JVM at start; the rest loads with the first
 * application that has Temporal or gRPC. Its class loader is the agent's, one for the JVM.
 */
package dev.heddle.agent.settings;
