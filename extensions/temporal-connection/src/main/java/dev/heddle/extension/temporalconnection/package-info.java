/**
 * Says which Temporal server an application connects to, and how.
 *
 * <pre>
 *   SettingsSource, EnvironmentSource, ProfileFile ──▶ Profile, merged ──▶ TemporalConnection ──▶ ConnectionPlugin
 *                                                                                                    │
 *   Secret: a file ◀── Pem, Identity ◀── Reread, when it is time ◀── ClientKeys, ServerTrust, API key ◀┘
 * </pre>
 */
package dev.heddle.extension.temporalconnection;
