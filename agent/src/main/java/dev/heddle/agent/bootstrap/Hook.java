package dev.heddle.agent.bootstrap;

/**
 * What woven code calls, and the agent's one piece of static state. It lies where every application class loader finds
 * it and knows nothing, so that the application links to nothing else. The agent is its subclass.
 */
public abstract class Hook {
    private static volatile Hook agent;

    private boolean complained;

    /** Called by the agent. */
    protected Hook() {}

    /**
     * Offers a value that the library is about to use. If the agent fails, the library gets what it had; the application
     * hears only what is meant for it.
     *
     * @param point the name of the woven point, from which everything else follows
     * @param woven the class that was woven
     * @param owner the object that the point is about, as its row in the table says; {@code null} in a static method
     * @param value what the library has, such as a list of interceptors
     * @return what it is to use instead, often the same
     */
    public static Object extend(String point, Class<?> woven, Object owner, Object value) {
        Hook current = agent;
        if (current == null) {
            return value;
        }
        Object answer;
        try {
            answer = current.answer(point, woven, owner, value);
        } catch (Throwable accident) {
            current.complain(point, accident);
            return value;
        }
        if (answer instanceof Throwable) {
            throw Hook.<RuntimeException>asItIs((Throwable) answer);
        }
        return answer;
    }

    /**
     * Answers {@link #extend}. Whatever this throws is an accident.
     *
     * @return what the library is to use; or a {@code Throwable}, which no library has at any point, for the application
     *     to get
     */
    public abstract Object answer(String point, Class<?> woven, Object owner, Object value);

    /** Says once what nobody below has caught, with nothing but what was loaded at the start. */
    private void complain(String point, Throwable accident) {
        if (complained) {
            return;
        }
        complained = true;
        try {
            System.err.println("ERROR heddle - the agent failed at " + point
                    + ", which is not intercepted; further such" + " failures are not told: " + accident);
        } catch (Throwable another) {
            // There is no place left to say it.
        }
    }

    /** The application must get the very exception, whether or not a method declares it. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asItIs(Throwable refusal) throws T {
        throw (T) refusal;
    }

    /** Connects the agent, or with {@code null} disconnects it; returns what was connected before. */
    static Hook connect(Hook next) {
        Hook before = agent;
        agent = next;
        return before;
    }

    /** The agent, or {@code null} if there is none. */
    static Hook connected() {
        return agent;
    }
}
