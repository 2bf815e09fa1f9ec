package dev.heddle.testing;

import static dev.heddle.api.Selector.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An operator says which calls an extension gets; the extension asks for all and knows nothing of it. */
class OperatorFilterTest {
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
}
