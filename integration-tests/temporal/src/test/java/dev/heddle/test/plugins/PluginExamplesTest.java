package dev.heddle.test.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.Repository;
import dev.heddle.test.plugins.Greetings.Greeting;
import dev.heddle.testing.Heddle;
import dev.heddle.testing.temporal.TemporalEnvironment;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three examples of Temporal's documentation of plugins, in an application that knows nothing of them. */
class PluginExamplesTest {
    private final Sent sent = new Sent();

    /** The application's own, which stands inside all that sends metadata. */
    private static final class Sent implements ClientInterceptor {
        private final Set<String> seen = ConcurrentHashMap.newKeySet();

        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
                @Override
                public void start(Listener<A> listener, Metadata headers) {
                    if (!method.getFullMethodName().matches("temporal.api.workflowservice.*/(Start|Poll)Workflow.*")) {
                        // What the SDK asks its server for itself, and tells the one for tests.
                        super.start(listener, headers);
                        return;
                    }
                    for (String name : new String[] {"authorization", "team"}) {
                        seen.add(name + "=" + headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)));
                    }
                    super.start(listener, headers);
                }
            };
        }
    }

    private TemporalEnvironment environment(Heddle heddle) {
        return heddle.temporal()
                .options(options -> options.setWorkflowServiceStubsOptions(WorkflowServiceStubsOptions.newBuilder()
                        .addGrpcClientInterceptor(sent)
                        .build()));
    }

    private static String greet(TemporalEnvironment environment) {
        Greetings.Greet own = name -> "application greets " + name;
        return environment
                .workflows(Greetings.GreetingImpl.class)
                .activities(own)
                .workflow(Greeting.class)
                .run("Ada");
    }

    /** Its key is that of the application no more. */
    @Nested
    class AuthenticationTest {
        @RegisterExtension
        final Heddle heddle = Heddle.with(new Authentication()).setting("api-key", "k-1");

        @Test
        void sendsTheKeyWithEachCall() {
            assertThat(greet(environment(heddle))).isEqualTo("application greets Ada");
            assertThat(sent.seen).contains("authorization=Bearer k-1").doesNotContain("authorization=null");
        }
    }

    /** What it tells is in the log. */
    @Nested
    class MonitoringTest {
        @RegisterExtension
        final Heddle heddle = Heddle.with(new Monitoring());

        @Test
        void leavesWhatItTellsOfAsItIs() {
            assertThat(greet(heddle.temporal())).isEqualTo("application greets Ada");
        }
    }

    /** All at once. */
    @Nested
    class UnifiedTest {
        @RegisterExtension
        final Heddle heddle = Heddle.with(new Unified()).setting("team", "billing");

        @Test
        void configuresAllThatTheApplicationMakes() {
            TemporalEnvironment environment = environment(heddle);
            String result = environment
                    .workflows(Greetings.GreetingImpl.class)
                    .workflow(Greeting.class)
                    .run("Ada");
            assertThat(result).isEqualTo("extension greets Ada");
            assertThat(environment.client().getOptions().getIdentity()).startsWith("billing of ");
            assertThat(environment.worker().getWorkerOptions().getMaxConcurrentActivityExecutionSize())
                    .isEqualTo(3);
            assertThat(sent.seen).contains("team=billing", "authorization=null");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authentication", "Monitoring", "Unified"})
    void areShort(String example) throws Exception {
        Path source = Repository.file(
                "integration-tests/temporal/src/test/java/dev/heddle/test/plugins/" + example + ".java");
        assertThat(Files.readAllLines(source)).hasSizeLessThan(40);
    }
}
