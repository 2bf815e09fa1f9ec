package dev.heddle.test.code;

import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.Async;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.Date;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** An application whose workflow does what it is told to, and which does the same elsewhere. */
public final class WatchedApplication {
    private static final String QUEUE = "watched";

    @WorkflowInterface
    public interface Watched {
        @WorkflowMethod
        String run(String what) throws Exception;
    }

    /** Loaded before any worker is made. */
    public static final class Helper {
        static int count;
        static Set<String> names = Set.of("a");

        private Helper() {}

        static long now() {
            return System.nanoTime();
        }
    }

    /** Loaded when a workflow needs it, and initialised there. */
    static final class Late {
        static final long LOADED = System.nanoTime();

        private Late() {}

        static Date now() {
            return new Date();
        }
    }

    public static final class WatchedWorkflow implements Watched {
        @Override
        public String run(String what) throws Exception {
            switch (what) {
                case "direct" -> System.nanoTime();
                case "constructor" -> new Date();
                case "helper" -> Helper.now();
                case "late" -> Late.now();
                case "initialiser" -> sink(Late.LOADED);
                case "lambda" -> Async.function(() -> System.nanoTime()).get();
                case "reference" -> {
                    LongSupplier clock = System::nanoTime;
                    sink(clock.getAsLong());
                }
                case "constructor reference" -> {
                    Supplier<Date> dates = Date::new;
                    dates.get();
                }
                case "serializable reference" ->
                    Async.function(System::nanoTime).get();
                case "interface reference" -> {
                    BiPredicate<Set<String>, Object> contains = Set::contains;
                    contains.test(Set.of("x"), "x");
                }
                case "bound reference" -> {
                    Supplier<Set<Object>> none = java.util.Collections::emptySet;
                    java.util.function.Predicate<Object> contains = Set.of("y")::contains;
                    contains.test(none.get());
                }
                case "target" -> Set.of("z").contains("z");
                case "reflection" -> Helper.class.getDeclaredMethod("now").invoke(null);
                case "write" -> Helper.count++;
                case "field" -> Helper.names = Set.of(Helper.names.iterator().next() + "b");
                case "accident" -> System.getProperty("none");
                case "forbidden" -> {
                    try {
                        System.gc();
                    } catch (AssertionError forbidden) {
                        return forbidden.getMessage();
                    }
                }
                default -> throw new IllegalArgumentException(what);
            }
            return "done";
        }

        private static void sink(long value) {
            if (value == 1) {
                throw new IllegalStateException();
            }
        }
    }

    private WatchedApplication() {}

    public static void main(String[] arguments) throws Exception {
        Helper.now();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            environment.newWorker(QUEUE).registerWorkflowImplementationTypes(WatchedWorkflow.class);
            environment.start();
            for (String what : arguments) {
                Watched workflow = environment
                        .getWorkflowClient()
                        .newWorkflowStub(
                                Watched.class,
                                WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
                System.out.println("begin " + what);
                System.out.println("answer: " + workflow.run(what));
                System.out.println("end " + what);
            }
            // On another thread nobody is told.
            System.out.println("begin elsewhere");
            new WatchedWorkflow().run("direct");
            System.out.println("end elsewhere");
        }
        System.exit(0);
    }
}
