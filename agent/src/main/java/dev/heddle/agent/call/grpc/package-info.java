/**
 * Calls of gRPC. The adapters are ordinary interceptors of the library; each call that somebody wants becomes a
 * {@link dev.heddle.agent.call.grpc.Pass}, which holds what all interceptors of the call share, and runs the chain in
 * {@link dev.heddle.agent.call.grpc.Step}s, one per interceptor, so that an interceptor can go on later, on another
 * thread, or again. A step that goes on runs the next one, and the last ends in an
 * {@link dev.heddle.agent.call.grpc.Attempt}: the library's own call, or the handler's.
 *
 * <p>What comes out of a step is either the attempt itself, which means that the response passes as it is, or a stage
 * of the response. Only for the latter is anything held back: the one response and the end of the call.
 */
package dev.heddle.agent.call.grpc;
