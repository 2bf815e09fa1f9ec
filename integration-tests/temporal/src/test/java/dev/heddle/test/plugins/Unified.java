package dev.heddle.test.plugins;

import dev.heddle.api.Config;
import dev.heddle.api.ConnectConfig;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Plugin;
import dev.heddle.api.Settings;
import dev.heddle.api.WorkerConfig;

/** The unified plugin of Temporal's documentation: connection, client and workers in one. */
public final class Unified implements Extension, Plugin {
    private Settings settings;

    @Override
    public void register(Interceptors interceptors, Settings mine) {
        settings = mine;
        interceptors.plugin(this);
    }

    @Override
    public void configureServiceStubs(ConnectConfig config) {
        config.metadata("team", () -> settings.get("team"));
    }

    @Override
    public void configureClient(Config config) {
        config.set("identity", settings.get("team") + " of " + config.get("identity"));
    }

    @Override
    public void configureWorker(WorkerConfig config) {
        config.set("maxConcurrentActivityExecutionSize", 3);
        config.registerActivities(new Greetings.OfExtension());
    }
}
