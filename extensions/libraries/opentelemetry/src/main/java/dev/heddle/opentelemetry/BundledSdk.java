package dev.heddle.opentelemetry;

import io.opentelemetry.api.metrics.DoubleHistogram;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The way to the SDK in the extension's JAR. The application may have classes of OpenTelemetry too, of any version, and
 * two versions do not mix; so the SDK runs in a class loader that sees the JAR and the JDK only, and what passes
 * between here and there are the JDK's types.
 */
final class BundledSdk implements Recorder {
    /** Also a {@code Runnable} that ends it. */
    private final Function<List<?>, Object> sdk;

    private BundledSdk(Function<List<?>, Object> sdk) {
        this.sdk = sdk;
    }

    /** Whether the standard variables ask for an SDK. */
    static boolean isWanted() {
        return isWanted("metrics");
    }

    /** Whether the standard variables ask for an SDK that exports {@code metrics} or {@code traces}. */
    static boolean isWanted(String what) {
        return Stream.of(
                        "otel." + what + ".exporter",
                        "otel.exporter.otlp.endpoint",
                        "otel.exporter.otlp." + what + ".endpoint")
                .anyMatch(name -> System.getProperty(name) != null
                        || System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_')) != null);
    }

    /** Starts the SDK as the standard variables say. */
    @SuppressWarnings("unchecked")
    static BundledSdk start() throws ReflectiveOperationException {
        return new BundledSdk((Function<List<?>, Object>) isolated(IsolatedSdk.class));
    }

    /** Makes an object of a class in a loader that sees the JAR and the JDK only. */
    static Object isolated(Class<?> type) throws ReflectiveOperationException {
        ClassLoader jar = new URLClassLoader(jar(), ClassLoader.getPlatformClassLoader());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // OpenTelemetry looks for services there, and its threads keep it.
        thread.setContextClassLoader(jar);
        try {
            return jar.loadClass(type.getName()).getConstructor().newInstance();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] jar() {
        return BundledSdk.class.getClassLoader() instanceof URLClassLoader extension
                ? extension.getURLs()
                : new URL[] {
                    BundledSdk.class.getProtectionDomain().getCodeSource().getLocation()
                };
    }

    @Override
    @SuppressWarnings("unchecked")
    public DoubleHistogram durations(String scope, String name) {
        return new BundledHistogram((BiConsumer<Double, Map<String, Object>>) sdk.apply(List.of(scope, name)));
    }

    @Override
    public DoubleConsumer series(Instrument instrument, Map<String, String> attributes) {
        return (DoubleConsumer) sdk.apply(instrument.plain(attributes));
    }

    /** Exports what is left, and ends the SDK. */
    void close() {
        ((Runnable) sdk).run();
    }
}
