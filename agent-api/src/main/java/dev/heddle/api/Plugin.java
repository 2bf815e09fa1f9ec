package dev.heddle.api;

import org.jspecify.annotations.Nullable;

/**
 * Configures what an application makes of Temporal's SDK, and wraps what it does with that: what the SDK's own plugins do
 * from 1.33 on, in every version from 1.0.5. Each method is called when the application makes or starts something; the
 * application's own options objects stay as they are.
 *
 * <pre>{@code
 * interceptors.plugin(new Plugin() {
 *     @Override
 *     public void configureServiceStubs(ConnectConfig config) {
 *         config.target("orders.acme.tmprl.cloud:7233").apiKey(() -> key);
 *     }
 *
 *     @Override
 *     public void configureClient(Config config) {
 *         config.set("namespace", "orders.acme");
 *     }
 * });
 * }</pre>
 *
 * <p>Extensions stand in their order: of those that configure the last does so first and the outermost has the last word;
 * of those that wrap the outermost begins. What throws is an accident, by {@linkplain Interceptor the rules of the call}:
 * nothing of what this plugin has said then is used, unless it guards, when the application gets an exception in place of
 * what it makes. A {@link RefusedException} always reaches the application.
 *
 * <p>Called on the application's thread, which may hold locks: wait for nothing that the application does. What a method
 * here makes itself of the SDK is configured by nobody. What exists when an extension comes stays as it was made.
 */
public interface Plugin {
    /** The connection to a server is about to be made: its target, TLS, metadata, and all that its options have. */
    default void configureServiceStubs(ConnectConfig config) throws Exception {}

    /**
     * A client is about to be made, of workflows, schedules, activities or Nexus operations, with options such as {@code
     * namespace}, {@code identity}, {@code dataConverter} and {@code contextPropagators}; not all have all of them.
     */
    default void configureClient(Config config) throws Exception {}

    /** A factory of workers is about to be made. */
    default void configureWorkerFactory(Config config) throws Exception {}

    /** A worker is about to be made, one that only replays histories too. */
    default void configureWorker(WorkerConfig config) throws Exception {}

    /**
     * Wraps the making of {@code WorkflowServiceStubs}, which most versions of the SDK connect with the first call.
     *
     * @return the stubs that the application gets
     */
    default @Nullable Object connectServiceClient(Run run) throws Throwable {
        return run.proceed();
    }

    /** Wraps the start of the workers of a factory. */
    default @Nullable Object startWorkers(Run run) throws Throwable {
        return run.proceed();
    }

    /**
     * Wraps the shutdown of the workers of a factory, each time that the application asks for it. Nobody waits here until
     * they have ended.
     */
    default @Nullable Object shutdownWorkers(Run run) throws Throwable {
        return run.proceed();
    }

    /** Wraps the replay of a history by a worker. */
    default @Nullable Object replayWorkflow(Run run) throws Throwable {
        return run.proceed();
    }
}
