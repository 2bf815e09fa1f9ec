package sample;

/**
 * Says on the standard output which calls the application makes or receives, so that the test can compare them with what
 * an extension has seen. One line each, with the ID of the thread:
 *
 * <pre>
 *   begin 17 workflow outbound sleep       the application calls
 *   end 17 workflow outbound sleep         and goes on, whatever came of it
 *   absent 17 workflow outbound sleep      instead of the end: the SDK on the class path has no such thing
 *   once 17 workflow inbound execute       the application is called, or calls on whatever thread
 * </pre>
 *
 * <p>The application is compiled with the newest SDK and runs with each. What an SDK lacks fails to link, in the one
 * step that uses it; where a type has moved, the step uses reflection.
 */
public final class Journal {
    private Journal() {}

    /** A call of the SDK. */
    @FunctionalInterface
    public interface Code {
        void run() throws Exception;
    }

    /** Says that something happens, of which the call may be seen on another thread. */
    public static void once(String operation) {
        say("once", operation);
    }

    /** Makes a call of which the outcome does not matter. */
    public static void call(String operation, Code code) {
        try {
            step(operation, code);
        } catch (Exception failure) {
            System.out.println(operation + " failed: " + failure);
        }
    }

    /** Makes a call. */
    public static void step(String operation, Code code) throws Exception {
        say("begin", operation);
        String end = "end";
        try {
            code.run();
        } catch (LinkageError | NoSuchMethodException lacking) {
            end = "absent";
        } finally {
            say(end, operation);
        }
    }

    /** Whether the SDK has a class. */
    public static boolean has(String className) {
        try {
            Class.forName(className, false, Journal.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException lacking) {
            return false;
        }
    }

    private static void say(String what, String operation) {
        System.out.println(what + ' ' + Thread.currentThread().getId() + ' ' + operation);
    }
}
