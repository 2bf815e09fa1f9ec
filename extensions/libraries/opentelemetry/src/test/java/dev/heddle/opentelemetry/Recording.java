package dev.heddle.opentelemetry;

import dev.heddle.testing.fake.FakeExtensionLoader;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import java.net.URL;
import java.net.URLClassLoader;

/** What an extension does: it makes a histogram, records one duration, and is closed in the end. */
public final class Recording implements Runnable, AutoCloseable {
    private final DoubleHistogram waiting = Telemetry.durations("test", "waiting");

    @Override
    public void run() {
        waiting.record(0.2, Attributes.of(AttributeKey.stringKey("type"), "Order"));
    }

    @Override
    public void close() {
        Telemetry.close();
    }

    /** Records in an extension; then an application that has OpenTelemetry sets it. */
    public static void main(String[] arguments) throws Exception {
        boolean hasOpenTelemetry = Boolean.parseBoolean(arguments[0]);
        URL[] libraries = hasOpenTelemetry ? ClassPaths.old() : new URL[0];
        ClassLoader application = new URLClassLoader(libraries, ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(application);
        ClassLoader extension = new FakeExtensionLoader(ClassPaths.all(), application, "io.opentelemetry.");
        Object recording =
                extension.loadClass(Recording.class.getName()).getConstructor().newInstance();
        long begin = System.nanoTime();
        ((Runnable) recording).run();
        System.out.println("recorded in " + (System.nanoTime() - begin) / 1_000 + " us");
        if (hasOpenTelemetry) {
            application.loadClass(Application.class.getName()).getConstructor().newInstance();
        }
        ((AutoCloseable) recording).close();
        System.out.println("done");
    }
}
