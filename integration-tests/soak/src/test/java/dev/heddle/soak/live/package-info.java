/**
 * The agent comes, its extensions come, change, break and go, and it leaves, again and again, under an application that
 * works: no call is lost or run twice, no workflow is surprised, and nothing stays.
 *
 * <pre>
 *   LiveSoakTest ──▶ a JVM with LiveSoak ──▶ Load, the application: gRPC calls and workflows without an end, counted in a Tally
 *                                      └───▶ Round, the operator: attach … detach, through LiveExtension in JARs
 * </pre>
 */
package dev.heddle.soak.live;
