/**
 * Calls of gRPC. Here is what both sides share; each side has a package of its own.
 *
 * <pre>
 *   ClientAdapter, ServerAdapter             interceptors of the library; a call that nobody wants goes straight on
 *        |
 *   InterceptedClientCall                    a client's call as the application has it; runs the chain as it starts
 *        |
 *   ClientInterception, ServerInterception   one interceptor's part in a call, which is its view of the call too:
 *        |                                     InterceptorTurn   it runs, and the rules decide: Decision
 *        |                                     RequestsView      the method and the requests
 *        |                                     GrpcCallView      what else it can ask on either side
 *        |                                     Client/ServerCallView
 *        |                                     Wishes            what it has asked for; most ask for nothing
 *        |
 *   the next interceptor's, or the library's call, or the handler
 * </pre>
 *
 * <p><b>An interceptor is a layer.</b> It goes on to what is further in: the next interceptor, in the end the library's
 * call or the handler. One that just goes on leaves nothing in the way of what passes then. One that asks for more puts
 * its own pair of a call and a listener there, from the outside in:
 *
 * <pre>
 *   asks for                      client                                server
 *   ---------------------------   -----------------------------------   ------------------------------------
 *   time, or the request          DelayedClientCall                     DelayedServerListener, LateHandler
 *   the outcome                   ObservedClientCall, -Listener         ObservedServerCall, -Listener
 *   the response                  Attempts, HeldResponse, HeldEnd       HeldServerCall, HeldServerListener, HeldEnd
 *   events                        ObservedClientCall, -Listener         ObservedServerCall, -Listener
 *   to answer, not to go on       AnsweredClientCall                    the library's call at once
 * </pre>
 *
 * <p><b>How an end gets out.</b> What an interceptor ends a call with takes the place of the library's own end. On a
 * client the call further in is cancelled, and the end is told when the library tells of that one, in its own thread and
 * order ({@code ClientListenerLayer}). On a server the handler's call is shut ({@code GatedServerCall}), and what the
 * handler does from then on has no effect.
 *
 * <p><b>Threads.</b> Nothing waits, and no foreign code runs under a lock. Call-backs run where the library runs them.
 * Where something was held and another thread lets it go, that is done on the library's executor
 * ({@code CallbackExecutor}). A library's call takes one thread at a time: where two can meet, the queue of
 * {@code DelayedClientCall} or the gate of {@code GatedServerCall} keeps them apart.
 *
 * <p><b>Stack traces.</b> What passes outwards as an exception loses our frames where the application's code was called
 * ({@code OwnFrames}). What the library's stubs make of an end never passes us: {@code ApplicationListener}.
 *
 * <p>Everything here is linked to the public API of grpc-java 1.6, and serves the copy of gRPC in
 * {@code temporal-shaded} too, relocated as it loads. Its class loader is one of the agent's for each application and copy
 * of gRPC, which sees that copy: no type of SLF4J is named here, for that is the application's.
 */
package dev.heddle.agent.call.grpc;
