package dev.heddle.test.cost;

import dev.heddle.agent.bootstrap.HookCounter;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.WorkerFactory;
import java.util.function.Supplier;

/** An application that says what its calls cost: {@code Costs by-hand} or {@code Costs woven}. */
public final class Costs {
    private Costs() {}

    public static void main(String[] arguments) {
        boolean byHand = arguments[0].equals("by-hand");
        ClientCosts.measure(byHand).forEach(Costs::print);
        ActivityCosts.measure(byHand).forEach(Costs::print);
        if (!byHand) {
            countHookCalls();
        }
        Runtime.getRuntime().halt(0);
    }

    private static void countHookCalls() {
        WorkflowServiceStubs service = WorkflowServiceStubs.newLocalServiceStubs();
        HookCounter.install();
        WorkflowClient client = counted("client", () -> WorkflowClient.newInstance(service));
        counted("worker", () -> WorkerFactory.newInstance(client).newWorker("queue"));
        WorkflowStub stub = counted("stub", () -> client.newUntypedWorkflowStub("order"));
        counted(
                "calls",
                () -> ClientCosts.measure(false).size() + stub.getExecution().getWorkflowId());
    }

    private static <T> T counted(String what, Supplier<T> code) {
        Object[] made = new Object[1];
        print(what, HookCounter.during(() -> made[0] = code.get()));
        @SuppressWarnings("unchecked")
        T result = (T) made[0];
        return result;
    }

    private static void print(String what, long figure) {
        System.out.println("cost: " + what + " " + figure);
    }
}
