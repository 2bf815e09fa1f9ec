package dev.heddle.test.settings;

import static dev.heddle.api.Selector.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.RefusedException;
import dev.heddle.api.Settings;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.CustomerApplication;
import dev.heddle.testing.Heddle;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator says which calls an extension gets; the extension asks for all and knows nothing of it. */
class CallFilterTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @RegisterExtension
    final Heddle heddle = Heddle.with((interceptors, settings) -> interceptors.on(ALL, call -> {
                seen.add(call.operation().toString());
                return call.proceed();
            }))
            .setting("only", "client, workflow inbound, workflow outbound sleep, workflow:Order*")
            .setting("except", "getResult, query:secret");

    @WorkflowInterface
    public interface Order {
        @WorkflowMethod
        String place(String goods);

        @QueryMethod
        String secret();

        @QueryMethod
        String state();
    }

    public static final class OrderWorkflow implements Order {
        @Override
        public String place(String goods) {
            Workflow.sleep(Duration.ofSeconds(1));
            return goods + " at " + Workflow.currentTimeMillis();
        }

        @Override
        public String secret() {
            return "secret";
        }

        @Override
        public String state() {
            return "open";
        }
    }

    @WorkflowInterface
    public interface Shipping {
        @WorkflowMethod
        String ship();
    }

    public static final class ShippingWorkflow implements Shipping {
        @Override
        public String ship() {
            Workflow.sleep(Duration.ofSeconds(1));
            return "shipped";
        }
    }

    @Test
    void onlyWhatIsNamedReachesIt() {
        Order order = heddle.temporal().workflows(OrderWorkflow.class).workflow(Order.class);
        order.place("linen");
        assertThat(order.secret()).isEqualTo("secret");
        assertThat(order.state()).isEqualTo("open");
        assertThat(seen)
                .contains("client start", "workflow inbound execute", "workflow outbound sleep")
                .containsOnlyOnce("workflow inbound handleQuery")
                .doesNotContain("client getResult", "workflow outbound currentTimeMillis")
                .allMatch(operation -> operation.matches("client .*|workflow inbound .*|workflow outbound sleep"));
    }

    @Test
    void anotherWorkflowsCallsDoNot() {
        Shipping shipping = heddle.temporal().workflows(ShippingWorkflow.class).workflow(Shipping.class);
        assertThat(shipping.ship()).isEqualTo("shipped");
        assertThat(seen).isEmpty();
    }

    /** Refuses the start of every workflow. */
    public static final class Guard implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors.on(ALL, call -> {
                throw new RefusedException("closed");
            });
        }

        @Override
        public boolean failClosed() {
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            except=client, workflow inbound, workflow outbound | application: hello world
            except=clinet                                      | did you mean client?
            only=client strat                                  | did you mean start?
            only=quue:billing                                  | did you mean queue?
            """)
    void aGuardLetsNothingPastForANameThatIsMistyped(String setting, String said, @TempDir Path folder) {
        Path jar = new ExtensionJarBuilder().provider(Guard.class).write(folder.resolve("guard.jar"));
        String[] pair = setting.split("=");
        ForkedJvm.Result result = ForkedJvm.ofCustomer()
                .agent("extensions=" + jar)
                .option("-Dheddle.extension.guard." + pair[0] + "=" + pair[1])
                .run(CustomerApplication.class.getName());
        assertThat(result.output()).contains(said);
        assertThat(result.exitCode() == 0).describedAs(result.output()).isEqualTo(said.contains("hello"));
    }
}
