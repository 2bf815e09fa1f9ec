/**
 * Calls that arrive at gRPC servers.
 *
 * <pre>
 *   server ──▶ ServerAdapter ──▶ ServerInterception, one for each interceptor ──▶ the handler
 *                                        │ leaves layers where it asks for more
 *                                        ▼
 *              Held…, Observed…, Gated…: a call towards the library, a listener towards the handler
 * </pre>
 *
 * <p>The package above says what the layers are for, and which class loader this lives in: one for each application.
 */
package dev.heddle.agent.call.grpc.server;
