/**
 * Calls that leave through gRPC channels.
 *
 * <pre>
 *   channel ──▶ ClientAdapter ──▶ InterceptedClientCall ──▶ ClientInterception, one for each interceptor
 *                                                                  │ leaves layers where it asks for more
 *                                                                  ▼
 *                                    ClientCallLayer, ClientListenerLayer ──▶ the library's call and its listener
 * </pre>
 *
 * <p>The package above says what the layers are for, and which class loader this lives in: one for each application.
 */
package dev.heddle.agent.call.grpc.client;
