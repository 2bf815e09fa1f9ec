package dev.heddle.testing;

import dev.heddle.api.Extension;
import dev.heddle.api.GrpcServer;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Operation;
import dev.heddle.api.Settings;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;

/**
 * A test's extension, with someone to be told of the accidents that the agent contains.
 *
 * @param asked the settings that it has asked for
 */
record Watched(String name, Extension original, Consumer<Accident> accidents, Set<String> asked) implements Extension {
    Watched(String name, Extension original, Consumer<Accident> accidents) {
        this(name, original, accidents, new ConcurrentSkipListSet<>());
    }

    @Override
    public void register(Interceptors interceptors, Settings settings) throws Exception {
        try {
            original.register(interceptors, new WatchedSettings(settings, asked));
        } catch (Throwable failure) {
            accidents.accept(new Accident(name, null, failure));
            throw failure;
        }
    }

    @Override
    public int order() {
        return original.order();
    }

    @Override
    public boolean failClosed() {
        return original.failClosed();
    }

    @Override
    public void onFailure(Operation operation, Throwable failure) {
        accidents.accept(new Accident(name, operation, failure));
        original.onFailure(operation, failure);
    }

    @Override
    public void onServerStart(GrpcServer server) {
        original.onServerStart(server);
    }

    @Override
    public void close() {
        original.close();
    }
}
