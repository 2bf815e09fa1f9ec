package dev.heddle.agent.bootstrap;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

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
        if (answer != value && answer instanceof Throwable) {
            throw Hook.<RuntimeException>asItIs((Throwable) answer);
        }
        return answer;
    }

    /**
     * Answers {@link #extend}. Whatever this throws is an accident.
     *
     * @return what the library is to use; or a {@code Throwable} that is not the value, for the application to get
     */
    public abstract Object answer(String point, Class<?> woven, Object owner, Object value);

    /**
     * Tells of what code of an application is about to do. If the agent fails, the code goes on.
     *
     * @param target the object whose method it calls, or {@code null}
     * @param argument what it hands over, or {@code null}
     * @param site the place, as the weaver has written it
     * @param woven the class that the code is in
     */
    public static void called(Object target, Object argument, String site, Class<?> woven) {
        Hook current = agent;
        if (current == null) {
            return;
        }
        Error instead;
        try {
            instead = current.tell(target, argument, site, woven);
        } catch (Throwable accident) {
            current.complain(woven.getName(), accident);
            return;
        }
        if (instead != null) {
            throw instead;
        }
    }

    /**
     * The bootstrap method of a reference to a method whose calls are told of. As the JDK's own two for references, but
     * for the first argument, which is the place.
     */
    public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type, Object... arguments)
            throws LambdaConversionException {
        Hook current = agent;
        Object[] own = Arrays.copyOfRange(arguments, 1, arguments.length);
        if (current != null) {
            try {
                CallSite telling = current.telling(caller, name, type, (String) arguments[0], own);
                if (telling != null) {
                    return telling;
                }
            } catch (Throwable accident) {
                current.complain(caller.lookupClass().getName(), accident);
            }
        }
        return own.length == 3
                ? LambdaMetafactory.metafactory(
                        caller, name, type, (MethodType) own[0], (MethodHandle) own[1], (MethodType) own[2])
                : LambdaMetafactory.altMetafactory(caller, name, type, own);
    }

    /** Answers {@link #called}: an error for the code to get, or {@code null}. Whatever this throws is an accident. */
    public Error tell(Object target, Object argument, String site, Class<?> woven) {
        return null;
    }

    /**
     * Answers {@link #link}: what makes an object that tells of the referenced method before it calls it; {@code null} for
     * one as the JDK makes it.
     */
    public CallSite telling(MethodHandles.Lookup caller, String name, MethodType type, String site, Object[] own)
            throws ReflectiveOperationException {
        return null;
    }

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
