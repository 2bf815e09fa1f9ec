package dev.heddle.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.testing.fake.FakeExtensionLoader;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With an application's OpenTelemetry, each time in class loaders of its own because it is global. */
class GlobalTelemetryTest {
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    /** An application with an old version and one with the newest. */
    static List<List<URL>> applications() throws IOException {
        return List.of(List.of(ClassPaths.old()), List.of(ClassPaths.all()));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void recordsWithTheApplicationsOnceItIsSet(List<URL> libraries) throws Exception {
        try (URLClassLoader application = application(libraries);
                FakeExtensionLoader extension = extension(application)) {
            Supplier<?> recorded = start(application);
            record(extension);
            assertThat(recorded.get()).asString().contains("waiting", "unit=s", "getSum=0.2", "type=\"Order\"");
        }
    }

    @ParameterizedTest
    @MethodSource("applications")
    void doesNotForbidTheApplicationToSetItLater(List<URL> libraries) throws Exception {
        try (URLClassLoader application = application(libraries);
                FakeExtensionLoader extension = extension(application)) {
            record(extension);
            Supplier<?> recorded = start(application);
            record(extension);
            assertThat(recorded.get()).asString().isEqualTo("[]");
        }
    }

    @AfterEach
    void leave() {
        Thread.currentThread().setContextClassLoader(before);
    }

    private static Supplier<?> start(ClassLoader application) throws Exception {
        return (Supplier<?>) create(application, Application.class);
    }

    private static void record(ClassLoader extension) throws Exception {
        ((Runnable) create(extension, Recording.class)).run();
    }

    private static Object create(ClassLoader loader, Class<?> type) throws Exception {
        return loader.loadClass(type.getName()).getConstructor().newInstance();
    }

    /** An application, on whose behalf this thread then works. */
    private static URLClassLoader application(List<URL> libraries) {
        URLClassLoader application =
                new URLClassLoader(libraries.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(application);
        return application;
    }

    private static FakeExtensionLoader extension(ClassLoader application) {
        return new FakeExtensionLoader(ClassPaths.all(), application, "io.opentelemetry.");
    }
}
