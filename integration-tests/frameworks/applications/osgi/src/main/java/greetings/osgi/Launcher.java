package greetings.osgi;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** Starts the framework with the settings that are on the command line, and the bundle in it. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
        Path cache = Files.createTempDirectory("felix");
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, cache.toString());
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("org.osgi.framework."))
                .forEach(name -> settings.put(name, System.getProperty(name)));
        File here = new File(Launcher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Framework felix = new FrameworkFactory().newFramework(settings);
        felix.start();
        felix.getBundleContext()
                .installBundle(
                        new File(here.getParentFile(), "bundle.jar").toURI().toString())
                .start();
        felix.stop();
        felix.waitForStop(0);
        System.exit(0);
    }
}
