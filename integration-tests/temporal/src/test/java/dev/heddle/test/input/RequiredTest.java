package dev.heddle.test.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.AnnouncingExtension;
import dev.heddle.test.CustomerApplication;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without the extensions that its operator requires an application makes no client, worker or server. */
class RequiredTest {
    private static final String NONE_IS_MADE = "so that no client, worker, channel or server is made";

    @TempDir
    Path folder;

    /** Fails, on its start or as its author wants it to. */
    public static final class Failing implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            throw new IllegalStateException("no policy");
        }
    }

    /** Tries to make what speaks gRPC, and says what has come of it. */
    public static final class Maker {
        private Maker() {}

        public static void main(String[] arguments) {
            attempt(
                    "server",
                    () -> Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                            .build());
            attempt("stubs", WorkflowServiceStubs::newLocalServiceStubs);
            System.exit(0);
        }

        private static void attempt(String what, Runnable making) {
            try {
                making.run();
                System.out.println(what + ": made");
            } catch (IllegalStateException refused) {
                System.out.println(what + ": " + refused.getMessage());
            }
        }
    }

    /** The same in a class loader that does not hand on what is not its own. */
    public static final class HiddenMaker {
        private HiddenMaker() {}

        public static void main(String[] arguments) throws Exception {
            String[] places = System.getProperty("java.class.path").split(File.pathSeparator);
            URL[] classPath = new URL[places.length];
            for (int i = 0; i < places.length; i++) {
                classPath[i] = new File(places[i]).toURI().toURL();
            }
            new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())
                    .loadClass(Maker.class.getName())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        }
    }

    @Test
    void whereTheHookIsHiddenNothingIsMade() {
        String output = application(AnnouncingExtension.class, "policy")
                .run(HiddenMaker.class.getName())
                .expectSuccess();
        assertThat(output.lines().filter(each -> each.contains(NONE_IS_MADE)))
                .hasSize(3)
                .allMatch(each -> each.contains("hides the package dev.heddle; heddle.required names policy, "))
                .anyMatch(each -> each.contains("ERROR heddle - "))
                .anyMatch(each -> each.startsWith("server: "))
                .anyMatch(each -> each.startsWith("stubs: "));
    }

    private ForkedJvm application(Class<? extends Extension> extension, String required) {
        Path jar = new ExtensionJarBuilder().provider(extension).write(folder.resolve("extensions/policy.jar"));
        return ForkedJvm.ofCustomer().agent("extensions=" + jar.getParent()).option("-Dheddle.required=" + required);
    }

    @Test
    void withThemEverythingIsAsEver() {
        assertThat(application(AnnouncingExtension.class, "policy")
                        .run(CustomerApplication.class.getName())
                        .expectSuccess())
                .contains("intercepted: start", CustomerApplication.GREETING)
                .doesNotContain(NONE_IS_MADE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            polcy         | heddle.required names polcy, not in force here         | did you mean policy?
            policy, audit | heddle.required names audit, not in force here         | or its JAR is not in heddle.extensions
            """)
    void withoutOneNothingIsMade(String required, String line, String remedy) {
        String output = application(AnnouncingExtension.class, required)
                .run(Maker.class.getName())
                .expectSuccess();
        assertThat(output.lines().filter(each -> each.contains(NONE_IS_MADE)))
                .hasSize(3)
                .allMatch(each -> each.contains(line) && each.contains(remedy))
                .anyMatch(each -> each.contains("ERROR heddle - "))
                .anyMatch(each -> each.startsWith("server: "))
                .anyMatch(each -> each.startsWith("stubs: "));
    }

    @Test
    void oneThatFailsToRegisterIsNotInForce() {
        assertThat(application(Failing.class, "policy")
                        .run(Maker.class.getName())
                        .expectSuccess())
                .contains("policy.jar is left out", "no policy", "server: heddle.required names policy");
    }

    @Test
    void oneThatIsDisabledIsNotInForce() {
        assertThat(application(AnnouncingExtension.class, "policy")
                        .option("-Dheddle.extension.policy.enabled=false")
                        .run(Maker.class.getName())
                        .expectSuccess())
                .contains("is disabled by", "stubs: heddle.required names policy");
    }

    @Test
    void anEmptyFolderLetsNothingBeMade() {
        assertThat(ForkedJvm.ofCustomer()
                        .agent("extensions=" + folder)
                        .option("-Dheddle.required=policy")
                        .run(Maker.class.getName())
                        .expectSuccess())
                .contains("server: heddle.required names policy", "stubs: heddle.required names policy");
    }

    @Test
    void aFolderThatIsNotMountedLetsNothingBeMade() {
        assertThat(ForkedJvm.ofCustomer()
                        .agent("extensions=" + folder.resolve("missing"))
                        .option("-Dheddle.required=policy")
                        .run(Maker.class.getName())
                        .expectSuccess())
                .contains(
                        "no extensions from " + folder.resolve("missing") + ": there is no such folder or JAR",
                        "server: heddle.required names policy",
                        "stubs: heddle.required names policy");
    }

    @Test
    void halfAJarIsNotInForce() throws IOException {
        ForkedJvm jvm = application(AnnouncingExtension.class, "policy");
        Path jar = folder.resolve("extensions/policy.jar");
        byte[] whole = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
        assertThat(jvm.run(Maker.class.getName()).expectSuccess())
                .contains(jar + " is left out", "server: heddle.required names policy", "stubs: heddle.required");
    }

    /** The extension that it was meant for goes its own way; that it is required does not. */
    @Test
    void aMistypedNameOfTheSettingIsSaid() {
        assertThat(application(AnnouncingExtension.class, "")
                        .option("-Dheddle.requird=policy")
                        .run(Maker.class.getName())
                        .expectSuccess())
                .contains("heddle.requird", "did you mean heddle.required?", "server: made", "stubs: made");
    }
}
