package dev.heddle.agent.bootstrap;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** Counts what woven code asks of the installed agent. */
public final class HookCounter {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private HookCounter() {}

    /** Stands between the woven code and the agent from now on. */
    public static void install() {
        BiFunction<Object, Object, Object> agent = Hook.connect(null);
        Hook.connect((owner, value) -> {
            COUNT.incrementAndGet();
            return agent.apply(owner, value);
        });
    }

    /** How often the hook was called while this ran. */
    public static int during(Runnable code) {
        int before = COUNT.get();
        code.run();
        return COUNT.get() - before;
    }
}
