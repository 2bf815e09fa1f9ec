package dev.heddle.extension.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Extension;
import dev.heddle.testing.fake.FakeExtensionLoader;
import dev.heddle.testing.fake.FakeInterceptors;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LoggerContext;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The logging is the application's, whatever that has; nothing of it is in the extension's JAR. */
class WhichLogTest {
    private static final URL[] SLF4J = {
        home(MDC.class), home(LoggerFactory.getILoggerFactory().getClass()), home(ch.qos.logback.core.Context.class)
    };
    private static final URL[] LOG4J = {home(ThreadContext.class), home(LoggerContext.class)};

    @Test
    void slf4jWithSomethingBehindIt() throws Exception {
        assertThat(chosenIn(SLF4J)).isEqualTo("INFO: lines go to SLF4J");
    }

    @Test
    void slf4jWithNothingBehindItIsNone() throws Exception {
        assertThat(chosenIn(home(MDC.class), LOG4J[0], LOG4J[1])).isEqualTo("INFO: lines go to Log4j 2");
    }

    @Test
    void log4jAlone() throws Exception {
        assertThat(chosenIn(LOG4J)).isEqualTo("INFO: lines go to Log4j 2");
    }

    @Test
    void theApiOfLog4jAloneIsNone() throws Exception {
        assertThat(chosenIn(LOG4J[0])).startsWith("INFO: lines go to java.util.logging");
    }

    @Test
    void theJdksWhereThereIsNoOther() throws Exception {
        assertThat(chosenIn()).startsWith("INFO: lines go to java.util.logging");
    }

    private static String chosenIn(URL... libraries) throws Exception {
        try (URLClassLoader application = new URLClassLoader(libraries, ClassLoader.getPlatformClassLoader());
                FakeExtensionLoader loader =
                        new FakeExtensionLoader(new URL[] {home(Logging.class)}, application, "nothing.")) {
            Extension extension = (Extension)
                    loader.loadClass(Logging.class.getName()).getConstructor().newInstance();
            return FakeInterceptors.of(extension, Map.of()).log().get(0);
        }
    }

    private static URL home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
