package acme.bakery;

import java.util.Random;
import java.util.function.LongSupplier;

/** Asks the clock and draws lots, in its constructor too. */
public final class HastyBaking implements Baking.Hasty {
    private static int baked;

    private final Recipe recipe;
    private final int lot;
    private final LongSupplier clock = () -> System.nanoTime();

    public HastyBaking(Recipe recipe) {
        this.recipe = recipe;
        this.lot = new Random().nextInt(1);
    }

    @Override
    public String bakeInHaste(String what) {
        baked++;
        return recipe.eggs(what) + lot + (clock.getAsLong() == 0 ? " eggs at once" : " eggs");
    }
}
