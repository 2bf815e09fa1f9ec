package dev.heddle.agent.assemble.extension;

import dev.heddle.api.Config;
import dev.heddle.api.ConnectConfig;
import dev.heddle.api.Plugin;
import dev.heddle.api.RefusedException;
import dev.heddle.api.WorkerConfig;

/** In place of the plugin of a guard that could not be registered: nothing is made that it would have configured. */
record RefusingPlugin(String message, Throwable cause) implements Plugin {
    @Override
    public void configureServiceStubs(ConnectConfig config) {
        throw new RefusedException(message, cause);
    }

    @Override
    public void configureClient(Config config) {
        throw new RefusedException(message, cause);
    }

    @Override
    public void configureWorkerFactory(Config config) {
        throw new RefusedException(message, cause);
    }

    @Override
    public void configureWorker(WorkerConfig config) {
        throw new RefusedException(message, cause);
    }
}
