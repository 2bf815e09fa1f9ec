package dev.heddle.api;

import org.jspecify.annotations.Nullable;

/**
 * Observes, changes, answers or refuses calls. One method, so a lambda will do:
 *
 * <ul>
 *   <li>to observe, {@code return call.proceed()} and look at the call, the result or the exception on the way;
 *   <li>to change, write {@linkplain Call#headers() headers} or {@linkplain Call#setArguments arguments} before
 *       {@link Call#proceed()}, or return another result after it;
 *   <li>to answer, return a result without calling {@code proceed()};
 *   <li>to refuse, throw {@link RefusedException}, or in a gRPC call {@link GrpcException}.
 * </ul>
 *
 * <pre>{@code
 * call -> {
 *     if (call.headers().get("tenant") == null) {
 *         throw new RefusedException("a tenant is required");
 *     }
 *     return call.proceed();
 * }
 * }</pre>
 *
 * <p><b>Failures.</b> Exceptions that come out of {@code proceed()} belong to the application: let them pass, as the
 * same instance. Whatever else leaves an interceptor but a {@code RefusedException}, errors included, is an accident of
 * its own, and so is a result that the call cannot have: before {@code proceed()} the interceptor is skipped and the
 * call goes on, after it the call's own outcome stands. Accidents are counted and logged, and too many switch the
 * extension off; see {@link Extension#failClosed()} for guards. An {@link Error} out of {@code proceed()} reaches the
 * library even if the interceptor swallows it: Temporal ends workflow threads with errors.
 *
 * <p><b>Threads.</b> One instance serves all calls, on many threads at once. Workflow calls run on workflow threads,
 * where Temporal allows one second per step: do not block there, and add nothing to the history (no activity, timer,
 * side effect, version, and neither {@code Workflow.randomUUID()} nor {@code newRandom()}). Decisions that change what
 * a workflow does must come out the same on replay.
 *
 * @param <C> the calls it understands
 */
@FunctionalInterface
public interface Interceptor<C extends Call> {
    /**
     * Handles one call.
     *
     * @return the result that the next interceptor out sees, and in the end the application: what
     *     {@link Call#proceed()} returned, or another value of that type
     * @throws Throwable what {@code proceed()} threw, or {@link RefusedException}
     */
    @Nullable
    Object intercept(C call) throws Throwable;
}
