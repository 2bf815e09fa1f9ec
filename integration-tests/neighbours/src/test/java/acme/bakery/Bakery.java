package acme.bakery;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import org.mockito.Mockito;

/** {@code Bakery [mocking]}: bakes, carefully and in haste, by a recipe or by a mock of it. */
public final class Bakery {
    private static final String QUEUE = "bakery";

    private Bakery() {}

    public static void main(String[] arguments) {
        Recipe recipe = arguments.length == 0 ? new Recipe() : mock();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            Worker worker = environment.newWorker(QUEUE);
            worker.registerWorkflowImplementationFactory(Baking.Careful.class, () -> new CarefulBaking(recipe));
            worker.registerWorkflowImplementationFactory(Baking.Hasty.class, () -> new HastyBaking(recipe));
            environment.start();
            WorkflowClient client = environment.getWorkflowClient();
            WorkflowOptions options =
                    WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build();
            Baking.Careful careful = client.newWorkflowStub(Baking.Careful.class, options);
            System.out.println("baked " + careful.bake("cake"));
            System.out.println("state " + careful.state());
            for (int i = 0; i < 2; i++) {
                System.out.println("in haste "
                        + client.newWorkflowStub(Baking.Hasty.class, options).bakeInHaste("bread"));
            }
        }
        // Idle threads would keep the JVM for another minute.
        System.exit(0);
    }

    private static Recipe mock() {
        Recipe recipe = Mockito.mock(Recipe.class);
        Mockito.when(recipe.eggs(Mockito.anyString())).thenReturn(3);
        return recipe;
    }
}
