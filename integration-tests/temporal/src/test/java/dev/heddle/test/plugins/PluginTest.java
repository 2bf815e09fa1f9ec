package dev.heddle.test.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.agent.bootstrap.Hook;
import dev.heddle.api.Config;
import dev.heddle.api.ConnectConfig;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Plugin;
import dev.heddle.api.RefusedException;
import dev.heddle.api.Run;
import dev.heddle.api.Settings;
import dev.heddle.api.WorkerConfig;
import dev.heddle.test.plugins.Greetings.Greeting;
import dev.heddle.testing.Accident;
import dev.heddle.testing.Heddle;
import dev.heddle.testing.temporal.TemporalEnvironment;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What plugins configure and wrap, in which order, and what becomes of what goes wrong in them. */
class PluginTest {
    private static final String TARGET = "127.0.0.1:1";

    private final List<String> said = new CopyOnWriteArrayList<>();

    @RegisterExtension
    final Heddle heddle = Heddle.with((interceptors, settings) -> interceptors.plugin(new Labelled("first")));

    /** Says what it is asked, and writes its name behind the identity. */
    private class Labelled implements Plugin {
        private final String name;

        Labelled(String name) {
            this.name = name;
        }

        @Override
        public void configureServiceStubs(ConnectConfig config) {
            said.add(name + " sees " + config.get("target"));
        }

        @Override
        public void configureClient(Config config) {
            config.set("identity", config.get("identity") + "+" + name);
        }

        @Override
        public Object connectServiceClient(Run run) throws Throwable {
            return around("connects", run);
        }

        @Override
        public Object startWorkers(Run run) throws Throwable {
            return around("starts " + run.taskQueues(), run);
        }

        @Override
        public Object shutdownWorkers(Run run) throws Throwable {
            return around("shuts down", run);
        }

        @Override
        public Object replayWorkflow(Run run) throws Throwable {
            return around("replays", run);
        }

        private Object around(String what, Run run) throws Throwable {
            said.add(name + " " + what);
            Object result = run.proceed();
            said.add(name + " has seen " + (result == null ? null : "stubs"));
            return result;
        }
    }

    private static WorkflowClientOptions named(String identity) {
        return WorkflowClientOptions.newBuilder().setIdentity(identity).build();
    }

    private static WorkflowServiceStubs stubs() {
        return WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(TARGET).build());
    }

    private Heddle and(Plugin plugin) {
        return heddle.and((interceptors, settings) -> interceptors.plugin(plugin))
                .named("other");
    }

    @Test
    void theLastConfiguresFirstAndTheOutermostWraps() {
        and(new Labelled("last"));
        WorkflowServiceStubs stubs = stubs();
        assertThat(said)
                .containsExactly(
                        "first connects",
                        "last connects",
                        "last sees " + TARGET,
                        "first sees " + TARGET,
                        "last has seen stubs",
                        "first has seen stubs");
        WorkflowClientOptions own = named("me");
        WorkflowClient client = WorkflowClient.newInstance(stubs, own);
        assertThat(client.getOptions().getIdentity()).isEqualTo("me+last+first");
        assertThat(own.getIdentity()).isEqualTo("me");
        said.clear();
        WorkerFactory factory = WorkerFactory.newInstance(client);
        factory.shutdown();
        assertThat(said)
                .containsExactly("first shuts down", "last shuts down", "last has seen null", "first has seen null");
        stubs.shutdownNow();
    }

    @Test
    void workersAreStartedOnceAndReplayIsWrapped() throws Exception {
        TemporalEnvironment temporal = heddle.temporal();
        Greetings.Greet own = name -> "hello " + name;
        Greeting greeting =
                temporal.workflows(Greetings.GreetingImpl.class).activities(own).workflow(Greeting.class);
        assertThat(greeting.run("Ada")).isEqualTo("hello Ada");
        assertThat(said)
                .containsOnlyOnce("first starts [" + temporal.taskQueue() + "]")
                .doesNotContain("first replays");
        WorkflowExecutionHistory history = temporal.client()
                .fetchHistory(WorkflowStub.fromTyped(greeting).getExecution().getWorkflowId());
        temporal.worker().replayWorkflowExecution(history);
        assertThat(said).containsOnlyOnce("first replays");
    }

    @Test
    void aWorkerRunsWhatTheExtensionBringsBesidesTheApplications() {
        and(new Plugin() {
            @Override
            public void configureWorker(WorkerConfig config) {
                config.registerWorkflows(Greetings.OtherGreetingImpl.class);
                config.registerActivities(new Greetings.OfExtension());
            }
        });
        TemporalEnvironment temporal = heddle.temporal().workflows(Greetings.GreetingImpl.class);
        assertThat(temporal.workflow(Greeting.class).run("Ada")).isEqualTo("extension greets Ada");
    }

    @Test
    void otherClientsAreConfiguredToo() {
        and(new Plugin() {
            @Override
            public void configureClient(Config config) {
                said.add(config.has("dataConverter") + " " + config.get("namespace"));
            }
        });
        OperatorServiceStubs.newServiceStubs(OperatorServiceStubsOptions.newBuilder()
                        .setTarget("operator:1")
                        .validateAndBuildWithDefaults())
                .shutdownNow();
        assertThat(said).containsExactly("first sees operator:1");
        WorkflowServiceStubs stubs = stubs();
        said.clear();
        ScheduleClient.newInstance(stubs);
        io.temporal.client.ActivityClient.newInstance(stubs);
        io.temporal.client.NexusClient.newInstance(stubs);
        assertThat(said).containsExactly("true default", "true default", "true default");
        stubs.shutdownNow();
    }

    @Test
    void nothingIsUsedOfWhatSaysOneThingAndThenFails() {
        and(new Plugin() {
            @Override
            public void configureClient(Config config) {
                config.set("identity", "half done");
                config.set("identities", "misspelt");
            }

            @Override
            public Object connectServiceClient(Run run) {
                return "no stubs";
            }

            @Override
            public Object shutdownWorkers(Run run) {
                return null;
            }
        });
        WorkflowServiceStubs stubs = stubs();
        WorkflowClient client = WorkflowClient.newInstance(stubs, named("me"));
        assertThat(client.getOptions().getIdentity()).isEqualTo("me+first");
        WorkerFactory factory = WorkerFactory.newInstance(client);
        factory.shutdown();
        assertThat(factory.isShutdown()).isTrue();
        assertThat(heddle.takeAccidents())
                .extracting(Accident::failure)
                .extracting(Throwable::getMessage)
                .hasSize(3)
                .anyMatch(message -> message.contains("neither gone on nor refused"))
                .anyMatch(message -> message.contains("no option identities in WorkflowClientOptions; it has "));
        stubs.shutdownNow();
    }

    @Test
    void whatItThrowsAfterwardsChangesNothingAndWhatTheSdkThrowsPasses() {
        and(new Plugin() {
            @Override
            public Object connectServiceClient(Run run) throws Throwable {
                run.proceed();
                return run.proceed();
            }
        });
        stubs().shutdownNow();
        assertThat(heddle.takeAccidents())
                .singleElement()
                .satisfies(accident -> assertThat(accident.failure()).hasMessageContaining("has gone on before"));
        said.clear();
        assertThatThrownBy(() -> WorkflowServiceStubs.newServiceStubs(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aRefusalReachesTheApplication() {
        and(new Plugin() {
            @Override
            public void configureServiceStubs(ConnectConfig config) {
                throw new RefusedException("not here");
            }
        });
        assertThatThrownBy(PluginTest::stubs)
                .isInstanceOf(RefusedException.class)
                .hasMessage("not here");
    }

    /** Guards. */
    private record Guard(Plugin plugin, boolean registers) implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors.plugin(plugin);
            if (!registers) {
                throw new IllegalStateException("there is no key");
            }
        }

        @Override
        public boolean failClosed() {
            return true;
        }
    }

    @Test
    void aGuardThatFailsRefuses() {
        heddle.and(new Guard(
                new Plugin() {
                    @Override
                    public void configureServiceStubs(ConnectConfig config) {
                        config.target(null);
                        config.set("rpcTimeout", "soon");
                    }
                },
                true));
        assertThatThrownBy(PluginTest::stubs)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the guard guard has failed in client configureServiceStubs, which is refused");
        heddle.takeAccidents();
    }

    @Test
    void nothingIsMadePastAGuardThatCannotRegister() {
        heddle.and(new Guard(new Plugin() {}, false));
        assertThatThrownBy(PluginTest::stubs)
                .isInstanceOf(RefusedException.class)
                .hasMessage("the guard guard could not be registered");
        heddle.takeAccidents();
    }

    /** As in a version of the SDK that takes its options elsewhere. */
    @Test
    void norIsAClientWhoseOptionsHaveNotComeBy() {
        heddle.and(new Guard(new Plugin() {}, true));
        WorkflowServiceStubs stubs = stubs();
        WorkflowClient client = WorkflowClient.newInstance(stubs);
        Hook.extend("temporal/begin/workflow-client", WorkflowClient.class, null, null);
        assertThatThrownBy(() -> Hook.extend("temporal/made/workflow-client", WorkflowClient.class, null, client))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the guard guard configures clients, and temporal-sdk");
        stubs.shutdownNow();
    }

    @Test
    void metadataOfOneNameIsSentOnce() {
        and(new Plugin() {
            @Override
            public void configureServiceStubs(ConnectConfig config) {
                config.apiKey(() -> "one");
                config.apiKey(() -> "two");
            }
        });
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .addApiKey(() -> "application's")
                .build());
        assertThat(stubs.getOptions().getGrpcMetadataProviders()).hasSize(1);
        assertThat(stubs.getOptions().getEnableHttps()).isTrue();
        stubs.shutdownNow();
    }
}
