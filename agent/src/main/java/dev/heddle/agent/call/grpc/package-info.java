/**
 * Calls of gRPC.
 *
 * <pre>
 *   ClientAdapter, ServerAdapter    interceptors of the library; a call that nobody wants goes straight on
 *        |
 *   ClientPass, ServerPass          one wanted call: what the application or the library does, until the chain runs
 *        |
 *   Step                            one interceptor's turn, and its view of the call; an only interceptor's is the pass
 *        |
 *   ClientAttempt, HandlerCall      where the chain ends: the library's call, or the handler's side of it
 * </pre>
 *
 * <p><b>When.</b> An interceptor shall have the request in hand, so the chain runs when the one request is complete, and
 * of a request stream when it begins. Everything that the library's own chain does further in, and the handler, happens
 * within it. Each interceptor has a view of its own because it may go on later, on another thread, or again.
 *
 * <p><b>What a pass is made of.</b> Layers of one object, for each call has it. Of a client's: {@link ClientTerms} what
 * an attempt needs, {@link ClientDemand} what the application asks for, {@link ClientRequests} what it sends,
 * {@link ClientPass} the chain and the end; each attempt is an object of its own, for there may be several:
 * {@link ClientResponse} what it holds back, {@link ClientCallbacks} what waits until the application can send,
 * {@link ClientAttempt}. Of a server's: {@link ServerState} how far it has come, {@link ServerTerms},
 * {@link ServerResponse} what the handler answers, {@link ServerBacklog} what waits for the handler,
 * {@link ServerEvents} what it is told, {@link ServerPass}: no handler runs twice, so the pass is the one attempt too.
 * Whatever few calls need is in {@link Extras}: a call without has nothing held back and nobody watching.
 *
 * <p><b>What comes out.</b> The outcome of a step is the attempt itself, which means that the response passes as it is,
 * or a stage of the response. Responses of a stream pass as they come. One response and the end of a call wait in the
 * attempt until the outermost outcome is known: for an attempt they pass then, for a stage when that is complete. The
 * first end wins, and what comes after it is dropped.
 *
 * <p><b>Threads.</b> No thread ever waits. What two may touch at once is an atomic flag; where order matters, the writer
 * sets its own before it looks for the other's, or learns of the other's as it sets its own. A server's call saves that
 * where only one thread can be at it: the library brings nothing while it waits for the thread that runs the chain. The
 * locks are for what a call holds while its interceptors take their time; foreign code runs under one alone, where a
 * handler answers while the last interceptor returns, and what it has answered must pass in its order.
 *
 * <p>The same classes serve the copy of gRPC in {@code temporal-shaded}, relocated as they load.
 */
package dev.heddle.agent.call.grpc;
