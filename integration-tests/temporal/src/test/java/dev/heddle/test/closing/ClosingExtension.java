package dev.heddle.test.closing;

import static dev.heddle.api.Selector.CLIENT;

import dev.heddle.api.Call;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.util.concurrent.CountDownLatch;

/** Says when it is closed and on which thread, then ends as its setting {@code end} says. */
public final class ClosingExtension implements Extension {
    private String name;
    private String end;

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        name = settings.extension();
        end = settings.get("end", "");
        if (end.equals("unregistered")) {
            throw new IllegalStateException("never open");
        }
        interceptors.on(CLIENT.only("start"), Call::proceed);
    }

    @Override
    public void close() {
        System.out.println(
                name + " closes on " + Thread.currentThread().getName().replaceAll("\\d+", ""));
        if (end.equals("throws")) {
            throw new AssertionError("stuck lid");
        }
        if (end.equals("hangs")) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interrupted) {
                System.out.println("interrupted");
            }
        }
    }
}
