package dev.heddle.test.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Selector;
import dev.heddle.api.Settings;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.CustomerApplication;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets in each place where settings are, rightly and wrongly, none of which is in the log or the status. */
class SecretsTest {
    /** What all secrets of this test begin with. */
    private static final String SECRET = "hunter2";

    @TempDir
    static Path folder;

    private static String output;

    /** Reads secrets and has them in what it throws, as careless libraries do. */
    public static final class Careless implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            throw new IllegalStateException("no login with " + settings.get("token") + " and " + settings.secret("pin")
                    + "; " + settings.get("db.password") + " " + settings.get("keys.alice"));
        }
    }

    /** The same as a guard, whose failure the application hears of with each call. */
    public static final class CarelessGuard implements Extension {
        @Override
        public boolean failClosed() {
            return true;
        }

        @Override
        public void register(Interceptors interceptors, Settings settings) {
            new Careless().register(interceptors, settings);
        }
    }

    /** Reads everything right. */
    public static final class Careful implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            settings.get("token");
            settings.secret("pin");
            settings.get("address");
            settings.get("keys.alice");
        }
    }

    /** Has them in what it throws while the application calls. */
    public static final class CarelessLater implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            String token = settings.get("token");
            interceptors.on(Selector.CLIENT, call -> {
                throw new IllegalStateException("no login with " + token, new IllegalArgumentException(token));
            });
        }
    }

    /** Says what its status is. */
    public static final class Application {
        private Application() {}

        public static void main(String[] arguments) throws Exception {
            try {
                CustomerApplication.run();
            } catch (RuntimeException refused) {
                refused.printStackTrace(System.out);
            }
            System.out.println(ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName("dev.heddle:type=Status"), "Status"));
            System.exit(0);
        }
    }

    @BeforeAll
    static void run() throws IOException {
        Path extensions = folder.resolve("extensions");
        for (Class<? extends Extension> type : List.of(Careless.class, CarelessGuard.class, Careful.class)) {
            new ExtensionJarBuilder()
                    .provider(type)
                    .with(Careless.class)
                    .write(extensions.resolve(type.getSimpleName().toLowerCase() + ".jar"));
        }
        Path file = Files.writeString(folder.resolve("heddle.properties"), """
                heddle.extension.careless.pin=hunter2-file
                heddle.extension.carelessguard.pin=hunter2-guard
                heddle.extension.careful.pin=hunter2-careful
                heddle.extension.careful.address=https://me:hunter2-url@example.com
                heddle.extension.careful.tokn=hunter2-mistyped
                hunter2-alone
                """);
        output = ForkedJvm.ofCustomer()
                .agent(
                        "hunter2-first,extensions=" + extensions
                                + ",extension.careless.token=hunter2-argument,extension.careful.token=hunter2-other,hunter2-more")
                .option("-Dcom.sun.management.jmxremote")
                .option("-Dheddle.config=" + file)
                .option("-Dheddle.extension.careless.db.password=hunter2-property")
                .option("-Dheddle.extension.carelessguard.token=hunter2-property")
                .option("-Dheddle.extension.careful.keys.alice=hunter2-alice")
                .environment("HEDDLE_EXTENSION_CARELESS_KEYS_ALICE", "hunter2-environment")
                .environment("HEDDLE_EXTENSION_CAREFUL_TOKENN", "hunter2-mistyped")
                .run(Application.class.getName())
                .expectSuccess();
    }

    @Test
    void nobodyReadsASecret() {
        assertThat(output).doesNotContain(SECRET);
    }

    @Test
    void whatIsWrongIsSaidAllTheSame() {
        assertThat(output.lines())
                .anyMatch(line -> line.contains("careless.jar is left out: it failed to register: "
                        + "java.lang.IllegalStateException: no login with *** and ***; *** ***"))
                .anyMatch(line -> line.contains("carelessguard.jar is left out"))
                .anyMatch(line -> line.contains("setting heddle.extension.careful.tokn in " + folder))
                .anyMatch(line -> line.contains("setting HEDDLE_EXTENSION_CAREFUL_TOKENN in the environment"))
                .anyMatch(line ->
                        line.contains("setting *** (a name without a value) in the agent's argument is unknown"))
                .anyMatch(line -> line.contains("setting *** (a name without a value) in " + folder))
                .anyMatch(line -> line.contains("the guard carelessguard could not be registered"))
                .anyMatch(line -> line.contains("name=address") && line.contains("https://***@example.com"));
    }

    @Test
    void norWhatFailsDuringACall() {
        Path extensions = folder.resolve("later");
        new ExtensionJarBuilder().provider(CarelessLater.class).write(extensions.resolve("careless.jar"));
        String later = ForkedJvm.ofCustomer()
                .agent("extensions=" + extensions)
                .option("-Dheddle.extension.careless.token=hunter2-later")
                .run(CustomerApplication.class.getName())
                .expectSuccess();
        assertThat(later)
                .doesNotContain(SECRET)
                .contains("application: hello world", "extension careless failed in ", "no login with ***")
                .contains("Caused by: java.lang.IllegalArgumentException: ***");
    }
}
