package acme.bakery;

import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Does nothing that a replay would do differently; what tools add to its class is not its doing. */
public final class CarefulBaking implements Baking.Careful, Runnable {
    private final Recipe recipe;
    private final IntSupplier eggs;
    private final List<String> done = new ArrayList<>();

    public CarefulBaking(Recipe recipe) {
        this.recipe = recipe;
        this.eggs = () -> recipe.eggs("cake");
    }

    @Override
    public String bake(String what) {
        Async.procedure(this::run).get();
        Workflow.sleep(10);
        return eggs.getAsInt() + recipe.eggs(what) + " eggs, " + done;
    }

    @Override
    public void run() {
        done.add("mixed");
    }

    @Override
    public String state() {
        return "with " + recipe.eggs("cake") + " eggs " + done;
    }
}
