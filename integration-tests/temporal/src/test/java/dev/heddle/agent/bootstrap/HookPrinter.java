package dev.heddle.agent.bootstrap;

/** Prints what woven code asks of the installed agent. */
public final class HookPrinter extends Hook {
    private final Hook agent;

    private HookPrinter(Hook agent) {
        this.agent = agent;
    }

    /** Stands between the woven code and the agent from now on. */
    public static void install() {
        Hook.connect(new HookPrinter(Hook.connect(null)));
    }

    @Override
    public Object answer(String point, Class<?> woven, Object owner, Object value) {
        System.out.println("point " + point + " in " + woven.getSimpleName() + " of " + nameOf(owner));
        return agent.answer(point, woven, owner, value);
    }

    private static String nameOf(Object owner) {
        return owner == null ? "nothing" : owner.getClass().getSimpleName();
    }
}
