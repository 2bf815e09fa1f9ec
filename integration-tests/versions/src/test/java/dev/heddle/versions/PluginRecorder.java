package dev.heddle.versions;

import dev.heddle.api.Config;
import dev.heddle.api.ConnectConfig;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Plugin;
import dev.heddle.api.Run;
import dev.heddle.api.Settings;
import dev.heddle.api.WorkerConfig;

/** Says what plugins see, as the {@link Recorder} does of calls, and sets what every version has. */
public final class PluginRecorder implements Extension, Plugin {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.plugin(this);
    }

    private static void see(String method) {
        System.out.println("seen " + Thread.currentThread().getId() + " plugin " + method);
    }

    @Override
    public void configureServiceStubs(ConnectConfig config) {
        config.metadata("user-id", () -> "alice").target((String) config.get("target"));
        see("configureServiceStubs");
    }

    @Override
    public void configureClient(Config config) {
        config.set("identity", config.get("identity") + " by plugin");
        see("configureClient");
    }

    @Override
    public void configureWorkerFactory(Config config) {
        config.set("workflowCacheSize", config.get("workflowCacheSize"));
        see("configureWorkerFactory");
    }

    @Override
    public void configureWorker(WorkerConfig config) {
        config.set("maxConcurrentActivityExecutionSize", config.get("maxConcurrentActivityExecutionSize"));
        see("configureWorker");
    }

    @Override
    public Object connectServiceClient(Run run) throws Throwable {
        see("connectServiceClient");
        return run.proceed();
    }

    @Override
    public Object startWorkers(Run run) throws Throwable {
        see("startWorkers");
        return run.proceed();
    }

    @Override
    public Object shutdownWorkers(Run run) throws Throwable {
        see("shutdownWorkers");
        return run.proceed();
    }

    @Override
    public Object replayWorkflow(Run run) throws Throwable {
        see("replayWorkflow");
        return run.proceed();
    }
}
