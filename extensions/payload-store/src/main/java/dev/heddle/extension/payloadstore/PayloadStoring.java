package dev.heddle.extension.payloadstore;

import static dev.heddle.api.Selector.GRPC_CLIENT;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import dev.heddle.opentelemetry.Telemetry;
import java.time.Duration;

/**
 * Keeps large payloads in a store: see the README beside this code. It guards: where its settings make no sense no client
 * and no worker is made, for what others have stored could not be read.
 */
public final class PayloadStoring implements Extension {
    /** Next to the server, so that what is stored is encoded already. */
    private static final int OUTSIDE_OF_CODECS = -2_000;

    private Depot depot;

    /** Called by the agent. */
    public PayloadStoring() {}

    @Override
    public int order() {
        return OUTSIDE_OF_CODECS;
    }

    @Override
    public boolean failClosed() {
        return true;
    }

    @Override
    public void register(Interceptors interceptors, Settings settings) throws Exception {
        StoredAhead ahead = new StoredAhead();
        // First of all: what fails below must leave nothing without it.
        interceptors.codec(ahead);
        requireProtobuf();
        String mode = settings.get("mode", "store");
        if (!mode.equals("store") && !mode.equals("fetch-only")) {
            throw new IllegalArgumentException("mode is '" + mode + "'; write one of store, fetch-only");
        }
        int threshold = settings.bytes("threshold", 256 << 10);
        int most = settings.bytes("max-size", 50 << 20);
        if (most < threshold || most == 0) {
            throw new IllegalArgumentException("max-size is less than threshold; write a larger one, such as 50M");
        }
        Duration timeout = settings.get("timeout", Duration.ofSeconds(5));
        int threads = settings.get("threads", 8);
        if (timeout.toMillis() <= 0 || threads <= 0) {
            throw new IllegalArgumentException("timeout and threads have to be more than 0");
        }
        String prefix = settings.get("prefix", "");
        if (!prefix.isEmpty() && (!prefix.endsWith("/") || !ObjectKey.isPath(prefix + "v0"))) {
            throw new IllegalArgumentException(
                    "prefix is '" + prefix + "'; write letters and digits and a slash at the end, such as orders/");
        }
        StoreProvider provider = Stores.of(settings);
        String driver = settings.get("driver", provider.driver());
        ObjectStore store = provider.open(settings);
        System.Logger log = settings.logger();
        depot = new Depot(
                store,
                new Depot.Layout(driver, prefix, most, timeout),
                new StoreThreads(threads),
                new StoreMetrics(driver, Telemetry::series),
                new Complaints(line -> log.log(WARNING, line), System::nanoTime));
        Telemetry.prepare();
        int stored = mode.equals("store") ? threshold : Exchange.NEVER;
        interceptors.on(GRPC_CLIENT.only(ServiceCalls.METHODS), new ServiceCalls(new Exchange(depot, stored)));
        ahead.open(new StoredAhead.Open(depot, stored, most));
        log.log(
                INFO,
                stored == Exchange.NEVER
                        ? "fetches payloads from " + store + ", and stores none: mode is fetch-only"
                        : "stores payloads from " + threshold + " bytes on in " + store + ", as " + driver);
    }

    /** The copy in temporal-shaded has another name, and this extension is linked to that of everybody else. */
    private static void requireProtobuf() {
        try {
            Class<?> payload =
                    Class.forName("io.temporal.api.common.v1.Payload", false, PayloadStoring.class.getClassLoader());
            if (payload.getSuperclass().getName().startsWith("io.temporal.shaded.")) {
                throw new IllegalStateException("the application has temporal-shaded, and payloads can be stored with"
                        + " temporal-sdk alone; have it use that");
            }
        } catch (ClassNotFoundException none) {
            // It has gRPC alone.
        }
    }

    @Override
    public void close() {
        if (depot != null) {
            depot.close();
        }
        Telemetry.close();
    }
}
