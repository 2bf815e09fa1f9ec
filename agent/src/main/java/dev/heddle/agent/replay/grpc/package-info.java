/**
 * Stands in for Temporal's server on the channels of the application: answers what its start asks for, and holds what
 * would wait for work.
 *
 * <pre>
 *   ServerStandIn ──▶ replay.ServerCalls: what becomes of a call ──▶ AnsweredCall, HeldCall, or the channel
 * </pre>
 *
 * <p>Its class loader is one of the agent's for each application, linked to the application's grpc-java.
 */
package dev.heddle.agent.replay.grpc;
