package dev.heddle.test.plugins;

import static java.lang.System.Logger.Level.INFO;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Plugin;
import dev.heddle.api.Run;
import dev.heddle.api.Settings;
import dev.heddle.api.WorkerConfig;

/** The monitoring plugin of Temporal's documentation: it tells of workers, and how long their start takes. */
public final class Monitoring implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        System.Logger log = settings.logger();
        interceptors.plugin(new Plugin() {
            @Override
            public void configureWorker(WorkerConfig config) {
                log.log(INFO, "a worker for task queue {0}", config.taskQueue());
            }

            @Override
            public Object startWorkers(Run run) throws Throwable {
                long begin = System.nanoTime();
                try {
                    return run.proceed();
                } finally {
                    log.log(INFO, "workers of {0} started in {1} ns", run.taskQueues(), System.nanoTime() - begin);
                }
            }
        });
    }
}
