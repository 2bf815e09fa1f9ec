package dev.heddle.extension.contextpropagation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Category;
import dev.heddle.api.Extension;
import dev.heddle.testing.FakeCall;
import dev.heddle.testing.FakeExtensionLoader;
import dev.heddle.testing.FakeInterceptors;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The MDC is the application's where it has one, and the extension's own where it has none. */
class WhoseMdcTest {
    private static final URL API = home(MDC.class);
    private static final URL PROVIDER = home(LoggerFactory.getILoggerFactory().getClass());

    @Test
    void theApplicationsOwn() throws Throwable {
        try (URLClassLoader application = application(API, PROVIDER)) {
            assertThat(loaderOfTheMdcUsedIn(application)).isSameAs(application);
        }
    }

    @Test
    void theBundledOne() throws Throwable {
        try (URLClassLoader application = application()) {
            assertThat(loaderOfTheMdcUsedIn(application)).isInstanceOf(FakeExtensionLoader.class);
        }
    }

    private static ClassLoader loaderOfTheMdcUsedIn(ClassLoader application) throws Throwable {
        URL[] jar = {home(ContextPropagation.class), API, PROVIDER};
        try (FakeExtensionLoader loader = new FakeExtensionLoader(jar, application, "org.slf4j.")) {
            Extension extension = (Extension) loader.loadClass(ContextPropagation.class.getName())
                    .getConstructor()
                    .newInstance();
            Class<?> mdc = loader.loadClass(MDC.class.getName());
            FakeCall call = FakeCall.of(Category.ACTIVITY_INBOUND, "execute").header("userId", "ada");
            Object seen = call.through(
                    FakeInterceptors.of(extension, Map.of()),
                    arguments -> mdc.getMethod("get", String.class).invoke(null, "userId"));
            assertThat(seen).isEqualTo("ada");
            return mdc.getClassLoader();
        }
    }

    private static URLClassLoader application(URL... libraries) {
        return new URLClassLoader(libraries, ClassLoader.getPlatformClassLoader());
    }

    private static URL home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
