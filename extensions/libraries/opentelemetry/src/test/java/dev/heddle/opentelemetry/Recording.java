package dev.heddle.opentelemetry;

import dev.heddle.testing.fake.FakeExtensionLoader;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.net.URL;
import java.net.URLClassLoader;

/** What an extension does: it records one duration. */
public final class Recording implements Runnable {
    @Override
    public void run() {
        Telemetry.durations("test", "waiting").record(0.2, Attributes.of(AttributeKey.stringKey("type"), "Order"));
    }

    /** Records in an extension; then an application that has OpenTelemetry sets it. */
    public static void main(String[] arguments) throws Exception {
        boolean hasOpenTelemetry = Boolean.parseBoolean(arguments[0]);
        URL[] libraries = hasOpenTelemetry ? ClassPaths.old() : new URL[0];
        ClassLoader application = new URLClassLoader(libraries, ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(application);
        ClassLoader extension = new FakeExtensionLoader(ClassPaths.all(), application, "io.opentelemetry.");
        ((Runnable) extension
                        .loadClass(Recording.class.getName())
                        .getConstructor()
                        .newInstance())
                .run();
        if (hasOpenTelemetry) {
            application.loadClass(Application.class.getName()).getConstructor().newInstance();
        }
        System.out.println("done");
    }
}
