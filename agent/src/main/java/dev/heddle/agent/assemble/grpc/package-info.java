/**
 * Assembles for one application's grpc-java: puts an adapter outermost in each channel and server.
 *
 * <pre>
 *   GrpcLibrary ──▶ ClientAdapter, ServerAdapter ──▶ InterceptedMethods ──▶ Chains, asked once for each method
 * </pre>
 *
 * <p>Its class loader is one of the agent's for each application and copy of gRPC, which sees that copy: no type of SLF4J
 * is named here, for that is the application's.
 */
package dev.heddle.agent.assemble.grpc;
