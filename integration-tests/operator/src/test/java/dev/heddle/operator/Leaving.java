package dev.heddle.operator;

import static dev.heddle.api.Selector.CLIENT;

import dev.heddle.api.Call;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An extension that starts threads in every way that is common, and stops none. */
public final class Leaving implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(CLIENT, Call::proceed);
        Thread own = new Thread(Leaving::stay, "leaving-own");
        own.setDaemon(true);
        own.start();
        Executors.newSingleThreadScheduledExecutor().scheduleAtFixedRate(() -> {}, 0, 1, TimeUnit.DAYS);
        Executors.newCachedThreadPool().execute(Leaving::stay);
        Executors.newFixedThreadPool(1, task -> new Thread(task, "leaving-idle"))
                .execute(() -> {});
        new Timer("leaving-timer", true).schedule(new Daily(), 0, TimeUnit.DAYS.toMillis(1));
    }

    private static void stay() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Daily extends TimerTask {
        @Override
        public void run() {
            // What it does every day is left out here.
        }
    }
}
