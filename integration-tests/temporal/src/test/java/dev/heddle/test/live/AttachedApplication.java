package dev.heddle.test.live;

import dev.heddle.test.CustomerApplication;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import javax.management.ObjectName;

/** An application to which Heddle is attached, and from which it is detached again; says what is left of it. */
public final class AttachedApplication {
    private AttachedApplication() {}

    /** The agent's JAR, the extensions, and the JAR of the lens. */
    public static void main(String[] arguments) throws Exception {
        CustomerApplication.run();
        heddle(arguments[0], "attach", "extensions=" + arguments[1], "close.delay=1ms");
        Lens lens = Lens.of(arguments[2]);
        System.out.println("woven: " + !lens.woven().isEmpty());
        CustomerApplication.run();
        System.out.println("hooks: " + hooks());
        heddle(arguments[0], "detach");
        System.out.println("still woven: " + lens.woven());
        while (threads() > 0) {
            Thread.sleep(10);
        }
        System.out.println("hooks left: " + hooks());
        System.out.println("beans left: "
                + ManagementFactory.getPlatformMBeanServer().queryNames(new ObjectName("dev.heddle*:*"), null));
        for (int i = 0; i < 600 && Lens.loadersOfHeddle() > 0; i++) {
            System.gc();
            Thread.sleep(50);
        }
        System.out.println("loaders left: " + Lens.loadersOfHeddle());
        CustomerApplication.run();
        System.exit(0);
    }

    /** Runs a command of Heddle's on this JVM. */
    static void heddle(String jar, String command, String... words) throws Exception {
        String java = ProcessHandle.current().info().command().orElseThrow();
        String[] all = {
            java, "-jar", jar, command, String.valueOf(ProcessHandle.current().pid())
        };
        String[] line = Arrays.copyOf(all, all.length + words.length);
        System.arraycopy(words, 0, line, all.length, words.length);
        int exitCode = new ProcessBuilder(line).inheritIO().start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(command + " ended with " + exitCode);
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("heddle"))
                .count();
    }

    /** What is run when the JVM ends that is Heddle's. */
    private static long hooks() throws ReflectiveOperationException {
        Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
        hooks.setAccessible(true);
        return ((Map<?, ?>) hooks.get(null))
                .keySet().stream()
                        .filter(thread -> ((Thread) thread).getName().startsWith("heddle"))
                        .count();
    }
}
