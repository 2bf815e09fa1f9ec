package dev.heddle.extension.payloadstore;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the JAR starts as a program. The classes of Heddle's API are in the agent's JAR, which is looked for beside this
 * one, in the folder above as it is handed out, and where {@code heddle.agent} says.
 */
public final class Main {
    private static final String AGENT = "heddle-agent.jar";

    private Main() {}

    /** Runs {@link Sweep}. */
    public static void main(String[] arguments) throws Exception {
        Path own = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path agent = agent(own);
        if (agent == null) {
            System.err.println(AGENT + " is neither beside " + own
                    + " nor in the folder above; name it by -Dheddle.agent=" + "PATH" + File.separator + AGENT);
            System.exit(2);
            return;
        }
        URL[] jars = {own.toUri().toURL(), agent.toUri().toURL()};
        ClassLoader loader = new URLClassLoader("sweep", jars, ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        try {
            loader.loadClass("dev.heddle.extension.payloadstore.Sweep")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException thrown) {
            System.err.println(thrown.getCause().getMessage());
            System.exit(2);
        }
    }

    private static Path agent(Path own) {
        String named = System.getProperty("heddle.agent");
        if (named != null) {
            return Path.of(named);
        }
        Path folder = own.toAbsolutePath().getParent();
        Path beside = folder.resolve(AGENT);
        Path above = folder.resolveSibling(AGENT);
        return Files.exists(beside) ? beside : Files.exists(above) ? above : null;
    }
}
