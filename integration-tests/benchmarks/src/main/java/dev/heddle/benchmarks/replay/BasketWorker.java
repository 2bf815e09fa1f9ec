package dev.heddle.benchmarks.replay;

import dev.heddle.benchmarks.TemporalSetup;
import io.temporal.worker.WorkerFactoryOptions;

/** An application whose worker knows the workflow: {@code BasketWorker ADDRESS}. */
public final class BasketWorker {
    private BasketWorker() {}

    public static void main(String[] arguments) {
        TemporalSetup setup = TemporalSetup.connect(arguments[0], WorkerFactoryOptions.newBuilder());
        setup.factory().newWorker(Baskets.QUEUE).registerWorkflowImplementationTypes(Baskets.BasketImpl.class);
        setup.factory().start();
    }
}
