package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Selector;
import dev.heddle.api.Settings;
import dev.heddle.harness.ForkedJvm;
import io.grpc.Server;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.util.MutableHandlerRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guard of methods that no server has guards nothing, and says so. */
class MistypedMethodTest {
    @TempDir
    Path extensions;

    /** Guards a service that there is not. */
    public static final class Mistyped implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors.on(Selector.GRPC_SERVER.only("dummy.Dumy/*"), call -> call.proceed());
        }

        @Override
        public boolean failClosed() {
            return true;
        }
    }

    /** Takes all. */
    public static final class Everything implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors.on(Selector.GRPC_SERVER, call -> call.proceed());
        }
    }

    /** An application with a server, or with one that looks methods up elsewhere. */
    public static final class Application {
        private Application() {}

        public static void main(String[] arguments) throws Exception {
            InProcessServerBuilder builder =
                    InProcessServerBuilder.forName("desk").addService(new DummyService(Runnable::run).definition());
            if (arguments.length > 0) {
                builder.fallbackHandlerRegistry(new MutableHandlerRegistry());
            }
            Server server = builder.build().start();
            server.shutdownNow().awaitTermination();
        }
    }

    @BeforeEach
    void pack() {
        TestExtensions.pack(extensions, "mistyped", Mistyped.class);
        TestExtensions.pack(extensions, "everything", Everything.class);
    }

    private String log(String settings, String... arguments) {
        return new ForkedJvm()
                .agent("extensions=" + extensions + settings)
                .run(Application.class.getName(), arguments)
                .expectSuccess();
    }

    @Test
    void isSaidWhenTheServerStarts() {
        assertThat(log(""))
                .containsOnlyOnce(
                        "WARN heddle - extension mistyped guards nothing at the gRPC server at desk, which has no"
                                + " method dummy.Dumy/* (did you mean dummy.Dummy/*?)")
                .doesNotContain("everything intercepts nothing");
    }

    @Test
    void isSaidOfTheOperatorsNames() {
        assertThat(log(",extension.everything.only=grpc server dummy.Dumy/Unary"))
                .containsOnlyOnce(
                        "WARN heddle - extension everything intercepts nothing at the gRPC server at desk, which"
                                + " has no method dummy.Dumy/Unary (did you mean dummy.Dummy/Unary?)");
    }

    @Test
    void isNotSaidWhereMethodsAreLookedUpElsewhere() {
        assertThat(log("", "registry")).doesNotContain("guards nothing");
    }
}
