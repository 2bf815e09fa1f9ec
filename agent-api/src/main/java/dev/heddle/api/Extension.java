package dev.heddle.api;

/**
 * An extension: the code of a JAR in the extension folder. Name the implementing class, which needs a public
 * constructor without parameters, in {@code META-INF/services/dev.heddle.api.Extension}.
 *
 * <pre>{@code
 * public final class SlowStarts implements Extension {
 *     @Override
 *     public void register(Interceptors interceptors, Settings settings) {
 *         Duration limit = settings.get("limit", Duration.ofSeconds(1));
 *         interceptors.on(CLIENT.only("start", "signalWithStart"), call -> {
 *             long begin = System.nanoTime();
 *             try {
 *                 return call.proceed();
 *             } finally {
 *                 if (System.nanoTime() - begin > limit.toNanos()) {
 *                     settings.logger().log(WARNING, "{0} {1} was slow", call.name(), call.workflowId());
 *                 }
 *             }
 *         });
 *     }
 * }
 * }</pre>
 *
 * <p>Every application class loader that uses Temporal or gRPC gets an instance of its own, with static fields of its
 * own. The extension sees the JDK, this API, its JAR, then the application's classes, in that order.
 */
public interface Extension {
    /**
     * Registers this extension's interceptors. Called once per application class loader, when the application makes its
     * first client, worker, channel or server, on a thread of Heddle's for which the application's thread waits: not
     * longer than {@code heddle.register.timeout}, thirty seconds unless set, after which the extension is left out. The
     * application's thread may hold locks meanwhile, so wait for nothing that the application does. Clients and channels
     * that are made here, or by a thread that was started here, are not intercepted.
     *
     * <p>Open files, threads and connections here or later, not in the constructor. Read the settings here: a setting of
     * this extension's that nobody has read by the end of this method is reported to have no effect until somebody does.
     *
     * @throws Exception any failure, errors included, leaves this extension out with one line in the log; the
     *     application starts without it, but a guard then refuses every call
     */
    void register(Interceptors interceptors, Settings settings) throws Exception;

    /**
     * Where this extension stands among the others: lower runs further out, so it sees a call earlier and its result
     * later. Equal orders are sorted by the JAR's file name.
     */
    default int order() {
        return 0;
    }

    /**
     * Whether this extension guards the application. Where it fails by accident the call is refused instead of going
     * on without it, and it is never switched off. A workflow task that such a failure meets is tried again by the
     * server, so a repaired extension lets the workflow go on.
     */
    default boolean failClosed() {
        return false;
    }

    /**
     * Whether its interceptors of workflow calls leave what a workflow does as it is: they change no argument and no
     * result, refuse nothing and ask Temporal for nothing. Headers, spans and lines of log do not count. An extension
     * that says so comes, goes and is replaced while workflows run. Any other that intercepts workflow calls does so by
     * force only: a workflow that replays could do something else than its history says.
     */
    default boolean onlyObservesWorkflows() {
        return false;
    }

    /**
     * Told of each accident of this extension's interceptors, on the thread of the call, for those that count or show
     * them; what it throws is ignored. The log has the first one anyway.
     */
    default void onFailure(Operation operation, Throwable failure) {}

    /**
     * Told of each gRPC server that the application starts, after that, on the thread that does; Temporal's own server
     * for tests is one too. An extension that guards some methods can say here which these are. What it throws is logged
     * and affects nobody; the application waits for it, so keep it short.
     */
    default void onServerStart(GrpcServer server) {}

    /**
     * Gives back what {@link #register} has opened: files, threads, connections. Called once, on a thread of Heddle's, if {@code register} has returned: when the JVM ends in order, beside the application's own shutdown hooks, and
     * when the extension is reloaded or the agent detached. What it throws is logged; after five seconds it is left to
     * itself. The interceptors may still run, for calls under way and, at the JVM's end, for those of other hooks.
     *
     * <p>When an application goes whose JVM stays, as in a server of web applications, nobody tells an agent. Then this
     * is called once the garbage collector finds that nothing reaches the application's class loader, and soon after
     * the loader goes. A thread of the extension that still runs does reach it, as does whatever the JDK or the server
     * has got to keep of it: such an extension and its application stay until the JVM ends. Threads that are left after a
     * reload are named to the operator; those of an idle pool if it has a {@code ThreadFactory} of the extension's own.
     */
    default void close() {}
}
