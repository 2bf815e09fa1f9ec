package dev.heddle.command;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/**
 * Where an extension's JAR starts as a program: runs {@code main} of the class that the JAR's manifest names as {@code
 * Heddle-Command}. The classes of Heddle's API are in the agent's JAR, which is looked for beside this one, in the folder
 * above as it is handed out, and where {@code heddle.agent} says.
 */
public final class Main {
    private static final String AGENT = "heddle-agent.jar";
    private static final int NOT_DONE = 2;

    private Main() {}

    /** Runs the command; what that throws is said on stderr, and ends the JVM. */
    public static void main(String[] arguments) throws Exception {
        Path own = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path agent = agent(own);
        if (agent == null) {
            fail(AGENT + " is neither beside " + own + " nor in the folder above; name it by -Dheddle.agent=PATH"
                    + File.separator + AGENT);
            return;
        }
        URL[] jars = {own.toUri().toURL(), agent.toUri().toURL()};
        ClassLoader loader =
                new URLClassLoader(own.getFileName().toString(), jars, ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        try {
            loader.loadClass(command(own)).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException thrown) {
            fail(thrown.getCause().getMessage());
        }
    }

    private static String command(Path own) throws IOException {
        try (JarFile jar = new JarFile(own.toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Heddle-Command");
        }
    }

    private static void fail(String line) {
        System.err.println(line);
        System.exit(NOT_DONE);
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
