package dev.heddle.testing;

import dev.heddle.api.Extension;
import dev.heddle.api.GrpcServer;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Operation;
import dev.heddle.api.Settings;
import java.net.URI;

/**
 * What the agent loads in the place of a test's extension: a copy of this class lies alone in a JAR, is loaded by the
 * loader of that JAR, and passes everything on to the instance that the test has made. Public for that loader.
 */
public final class StandIn implements Extension {
    private final Extension original;

    /** Called by the agent. */
    public StandIn() {
        original = Originals.of(URI.create(StandIn.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    @Override
    public void register(Interceptors interceptors, Settings settings) throws Exception {
        original.register(interceptors, settings);
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
