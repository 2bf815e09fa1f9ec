package dev.heddle.dropins;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An application of gRPC that observes itself, but not its calls. */
public final class ObservedApplication {
    private static final ObservationRegistry REGISTRY = ObservationRegistry.create();

    private ObservedApplication() {}

    /** The one of the application. */
    public static ObservationRegistry registry() {
        return REGISTRY;
    }

    public static void main(String[] arguments) throws Exception {
        CountDownLatch bothEnds = new CountDownLatch(2);
        REGISTRY.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public void onStop(Observation.Context context) {
                System.out.println("observed " + context.getName() + " " + context.getContextualName() + " "
                        + context.getLowCardinalityKeyValues());
                bothEnds.countDown();
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        EchoApplication.main(arguments);
        // The server's end comes on a thread of its own.
        bothEnds.await(1, TimeUnit.MINUTES);
    }
}
