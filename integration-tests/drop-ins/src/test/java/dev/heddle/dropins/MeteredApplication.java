package dev.heddle.dropins;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;

/** An application of gRPC that has meters, but none of its calls. */
public final class MeteredApplication {
    private static final MeterRegistry REGISTRY = new SimpleMeterRegistry();

    private MeteredApplication() {}

    /** The one of the application. */
    public static MeterRegistry registry() {
        return REGISTRY;
    }

    public static void main(String[] arguments) throws Exception {
        EchoApplication.main(arguments);
        // The server's end comes on a thread of its own.
        long late = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (timed() == 0 && System.nanoTime() < late) {
            Thread.onSpinWait();
        }
        for (Meter meter : REGISTRY.getMeters()) {
            String of = "metered " + meter.getId().getName() + " of "
                    + meter.getId().getTag("grpc.method");
            if (meter instanceof Counter counter && counter.count() > 0) {
                System.out.println(of + ": " + (long) counter.count());
            } else if (meter instanceof Timer timer && timer.count() > 0) {
                System.out.println(of + ", " + meter.getId().getTag("grpc.status") + ": " + timer.count());
            }
        }
    }

    private static long timed() {
        return REGISTRY.find("grpc.server.call.duration").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
