/**
 * The second room, where a library builds its chains: from the name of a woven point to a handler, and from an operation
 * to the chain of those that want it.
 *
 * <pre>
 *   Installation ──▶ LibraryKind ──▶ Library: temporal.TemporalLibrary or grpc.GrpcLibrary
 *                         │                 │ asks, and is told of changes
 *                         │                 ▼
 *                         └─────────▶  ChainTable ──▶ extension.LoadedExtension, in their order
 *                                          └────────▶ CodecList: what encodes payloads
 * </pre>
 *
 * <p>Its class loader is the agent's, one for the JVM; the rooms of the libraries below it have one for each application.
 */
package dev.heddle.agent.assemble;
