package dev.heddle.test.input;

import static dev.heddle.api.Selector.CLIENT;
import static dev.heddle.api.Selector.WORKFLOW_INBOUND;

import dev.heddle.api.Call;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

/** Extensions that hold the application's start up, or end it. */
final class StartingExtensions {
    private StartingExtensions() {}

    /** Makes a client on a thread of its own, and waits for that. */
    public static final class WaitsForOwnThread implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) throws Exception {
            FutureTask<Integer> client = new FutureTask<>(TwoThreads::client);
            new Thread(client).start();
            System.out.println("own client: interceptors " + client.get() + ", then " + TwoThreads.client());
            interceptors.on(CLIENT.only("start"), Call::proceed);
        }
    }

    /** Waits for a thread of the application, which makes a client meanwhile. */
    public static final class WaitsForApplication implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) throws Exception {
            System.out.println(
                    "never: " + TwoThreads.SECOND.submit(TwoThreads::client).get());
        }
    }

    /** Waits for what never comes, whoever interrupts it. */
    public static class Hangs implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            CountDownLatch never = new CountDownLatch(1);
            while (true) {
                try {
                    never.await();
                } catch (InterruptedException stubborn) {
                    System.out.println("interrupted");
                }
            }
        }
    }

    public static final class HangsAndGuards extends Hangs {
        @Override
        public boolean failClosed() {
            return true;
        }
    }

    /** Comes to an end when it is interrupted, as if all were well. */
    public static final class IsLate implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException givenUp) {
                interceptors.on(CLIENT.only("start"), Call::proceed);
            }
        }

        @Override
        public void close() {
            System.out.println("late one: closed");
        }
    }

    public static final class Exits implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            System.exit(3);
        }
    }

    /** A guard that names an operation of the wrong direction. */
    public static final class GuardsNothing implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors.on(WORKFLOW_INBOUND.only("query"), Call::proceed);
        }

        @Override
        public boolean failClosed() {
            return true;
        }
    }

    public static final class NamesNothing implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors.on(WORKFLOW_INBOUND.only("query", "handleSignal"), Call::proceed);
        }
    }
}
