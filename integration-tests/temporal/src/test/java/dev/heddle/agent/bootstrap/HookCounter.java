package dev.heddle.agent.bootstrap;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what woven code asks of the installed agent. */
public final class HookCounter extends Hook {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Hook agent;

    private HookCounter(Hook agent) {
        this.agent = agent;
    }

    /** Stands between the woven code and the agent from now on. */
    public static void install() {
        Hook.connect(new HookCounter(Hook.connect(null)));
    }

    /** How often the hook was called while this ran. */
    public static int during(Runnable code) {
        int before = COUNT.get();
        code.run();
        return COUNT.get() - before;
    }

    @Override
    public Object answer(String point, Class<?> woven, Object owner, Object value) {
        COUNT.incrementAndGet();
        return agent.answer(point, woven, owner, value);
    }
}
