package dev.heddle.agent.assemble.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.Link;
import dev.heddle.agent.settings.AgentSettings;
import dev.heddle.agent.settings.ExtensionSettings;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import dev.heddle.api.TemporalCall;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls an operator lets an extension have. */
class CallFilterTest {
    private static final String POLL = "temporal.api.workflowservice.v1.WorkflowService/PollWorkflowTaskQueue";
    private static final Link LINK = new Link(new ExtensionHealth("audit", false, 1), call -> "intercepted");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            only                              | except           | WORKFLOW_INBOUND  | execute             | true
            only=client                       |                  | CLIENT            | start               | true
            only=client                       |                  | WORKFLOW_INBOUND  | execute             | false
            only=client, handleSignal         |                  | WORKFLOW_INBOUND  | handleSignal        | true
            only=workflow outbound sleep      |                  | WORKFLOW_OUTBOUND | sleep               | true
            only=workflow outbound sleep      |                  | WORKFLOW_OUTBOUND | await               | false
            only=workflow outbound *Signal*   |                  | WORKFLOW_OUTBOUND | signalExternalWorkflow | false
            only=*ignal*                      |                  | WORKFLOW_OUTBOUND | signalExternalWorkflow | true
            only=inbound                      |                  | GRPC_SERVER       | orders.Front/Place  | true
            only=inbound                      |                  | GRPC_CLIENT       | orders.Front/Place  | false
            only=grpc:orders.*/Place          |                  | GRPC_CLIENT       | orders.Front/Place  | true
            only=grpc:orders.*/Place          |                  | GRPC_SERVER       | orders.Front/Chat   | false
            only=grpc:*                       |                  | CLIENT            | start               | false
            only=grpc server                  |                  | GRPC_SERVER       | orders.Front/Place  | true
                                              | except=client    | CLIENT            | start               | false
                                              | except=client    | ACTIVITY_INBOUND  | execute             | true
            only=client                       | except=getResult | CLIENT            | getResult           | false
                                              | except=grpc:temporal.api.* | GRPC_CLIENT | %1$s            | false
                                              | except=queue:*   | GRPC_CLIENT       | orders.Front/Place  | true
            only=queue:*                      |                  | GRPC_CLIENT       | orders.Front/Place  | false
            """)
    void operationsAreDecidedWhenTheChainIsBuilt(
            String only, String except, String category, String name, boolean passes) {
        Operation operation = Operation.of(Category.of(category), name.equals("%1$s") ? POLL : name, true);
        Link limited = filter(value(only), value(except)).limit(LINK, operation);
        assertThat(limited).isEqualTo(passes ? LINK : null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            queue:billing-*                   |                     | true
            queue:billing-*, queue:shipping   |                     | true
            queue:shipping                    |                     | false
            queue:billing-*, workflow:Order*  |                     | true
            queue:billing-*, workflow:Ship*   |                     | false
            activity inbound, queue:b*        |                     | true
            client, queue:b*                  |                     | false
            signal:*                          |                     | false
                                              | workflow:OrderFlow  | false
                                              | workflow:Order      | true
                                              | signal:*            | true
            workflow:Order*                   | activity:Charge     | false
            namespace:default                 | activity:Refund     | true
            nexus:*                           |                     | false
            workflow:*(*                      |                     | false
            """)
    void attributesAreAskedOfEachCall(String only, String except, boolean passes) throws Throwable {
        Operation operation = Operation.of(Category.ACTIVITY_INBOUND, "execute", true);
        Link limited = filter(only, except).limit(LINK, operation);
        Object answer =
                limited == null ? "not intercepted" : limited.interceptor().intercept(charge());
        assertThat(answer).isEqualTo(passes ? "intercepted" : "not intercepted");
    }

    @Test
    void theLineOfLogSaysIt() {
        assertThat(filter("client, queue:b*", "getResult")).hasToString(", only client, queue:b*, except getResult");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            queu:billing | heddle.extension.audit.only tells calls by 'queu'; did you mean queue?
            tenant:acme | heddle.extension.audit.only tells calls by 'tenant'; known are activity, grpc, namespace, nexus, query, queue, signal, update, workflow
            queue:      | heddle.extension.audit.only has 'queue:', which matches nothing; say queue:*
            """)
    void whatCannotBeUnderstoodIsRefused(String only, String message) {
        assertThatThrownBy(() -> filter(only, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"strat", "workflow inbound query", "workflow", "client, wrokflow inbound"})
    void aMistypedNameIsAProblem(String only) {
        assertThat(filter(only, null).problem(getClass().getClassLoader()))
                .matches("no (version of Temporal's SDK has an|operation and no category is called) .*");
        assertThat(filter(null, only).problem(getClass().getClassLoader()))
                .matches("no (version of Temporal's SDK has an|operation and no category is called) .*");
    }

    private static String value(String setting) {
        int equals = setting == null ? -1 : setting.indexOf('=');
        return equals < 0 ? null : setting.substring(equals + 1);
    }

    private static CallFilter filter(String only, String except) {
        Map<String, String> pairs = new HashMap<>();
        if (only != null) {
            pairs.put("extension.audit.only", only);
        }
        if (except != null) {
            pairs.put("extension.audit.except", except);
        }
        return CallFilter.of(new ExtensionSettings(AgentSettings.with(pairs), "audit", () -> false));
    }

    /** An attempt of the activity Charge, in the workflow OrderFlow, on the queue billing-eu. */
    private static Call charge() {
        Map<String, Object> answers = Map.of(
                "namespace", "default",
                "workflowType", "OrderFlow",
                "taskQueue", "billing-eu",
                "activityType", "Charge",
                "proceed", "not intercepted");
        return (Call) Proxy.newProxyInstance(
                CallFilterTest.class.getClassLoader(),
                new Class<?>[] {TemporalCall.class},
                (proxy, method, arguments) -> answers.get(method.getName()));
    }
}
