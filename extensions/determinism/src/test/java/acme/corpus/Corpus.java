package acme.corpus;

import acme.library.Blocking;
import acme.library.Clients;
import acme.library.Io;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowQueryException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.EncodedValues;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.DynamicQueryHandler;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All programs, and an application that runs each of them as a workflow of a type of its own, twice. */
public final class Corpus {
    /** The forms of a kind. */
    public static final List<String> FORMS = List.of("direct", "library", "disguised", "harmless");

    private static final String QUEUE = "corpus";
    private static final long PATIENCE = 120_000_000_000L;

    /** Runs the program that its type names: the kind's number and the form. */
    public static final class Program implements DynamicWorkflow {
        @Override
        public Object execute(EncodedValues arguments) {
            String[] type = Workflow.getInfo().getWorkflowType().split("-");
            Kind kind = all().get(Integer.parseInt(type[0]));
            try {
                if (isAsked(kind)) {
                    answer(new Ledger(kind.code(type[1])));
                } else {
                    kind.code(type[1]).run();
                }
            } catch (Exception ofTheProgram) {
                return ofTheProgram.toString();
            } catch (Error error) {
                throw error;
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
            return "done";
        }

        /** Until it is signalled. */
        private static void answer(Ledger ledger) {
            CompletablePromise<String> done = Workflow.newPromise();
            Workflow.registerListener(
                    (DynamicQueryHandler) (name, arguments) -> name.equals("ask") ? ledger.ask() : "here");
            Workflow.registerListener(ledger);
            Workflow.registerListener((DynamicSignalHandler) (name, arguments) -> done.complete(name));
            done.get();
        }
    }

    private Corpus() {}

    /** All kinds: those in Java, then those in Kotlin. */
    public static List<Kind> all() {
        return Stream.concat(kinds().stream(), KotlinCorpus.kinds().stream()).toList();
    }

    /** All kinds, as they are written in Java. */
    public static List<Kind> kinds() {
        return Stream.of(
                        TimeKinds.all(),
                        RandomKinds.all(),
                        ThreadKinds.all(),
                        BlockingKinds.all(),
                        IoKinds.all(),
                        EnvironmentKinds.all(),
                        OrderKinds.all(),
                        StaticKinds.all(),
                        ClientKinds.all(),
                        ReadOnlyKinds.all())
                .flatMap(List::stream)
                .toList();
    }

    /** What an application has before its workflows run: a client cannot be made on a workflow's thread at all. */
    private static void prepare() {
        if (Clients.CLIENT.getOptions() == null || Blocking.HELD.isHeldByCurrentThread() || Io.FILE.isEmpty()) {
            throw new IllegalStateException();
        }
    }

    /** Whether a kind's program is one of a query or a validator. */
    private static boolean isAsked(Kind kind) {
        return kind.rule().equals(ReadOnlyKinds.RULE);
    }

    /** Asks a workflow as soon as it answers. What comes of that is the program's. */
    private static void ask(WorkflowStub stub, Kind kind) {
        long begin = System.nanoTime();
        boolean answers = false;
        while (!answers) {
            try {
                answers = stub.query("here", String.class).equals("here");
            } catch (WorkflowQueryException notYet) {
                if (System.nanoTime() - begin > PATIENCE) {
                    throw notYet;
                }
            }
        }
        try {
            if (ReadOnlyKinds.isOfValidator(kind)) {
                stub.update("check", String.class);
            } else {
                stub.query("ask", String.class);
            }
        } catch (WorkflowQueryException ofTheProgram) {
            // As it must be.
        }
        stub.signal("done");
    }

    /** The type of a program, by the number of its kind in {@link #all}. */
    public static String type(int kind, String form) {
        return kind + "-" + form;
    }

    /** Runs those in one of the two languages, for both come by the same places of libraries, which are reported once. */
    public static void main(String[] arguments) {
        prepare();
        int first = arguments[0].equals("kotlin") ? kinds().size() : 0;
        int end = first == 0 ? kinds().size() : all().size();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            Worker worker = environment.newWorker(QUEUE);
            worker.registerWorkflowImplementationTypes(Program.class);
            environment.start();
            List<WorkflowStub> running = new ArrayList<>();
            for (int time = 0; time < 2; time++) {
                for (int kind = first; kind < end; kind++) {
                    for (String form : FORMS) {
                        WorkflowStub stub = environment
                                .getWorkflowClient()
                                .newUntypedWorkflowStub(
                                        type(kind, form),
                                        WorkflowOptions.newBuilder()
                                                .setTaskQueue(QUEUE)
                                                .build());
                        stub.start();
                        if (isAsked(all().get(kind))) {
                            ask(stub, all().get(kind));
                        }
                        running.add(stub);
                    }
                }
                for (WorkflowStub stub : running) {
                    stub.getResult(String.class);
                }
                running.clear();
            }
            System.out.println("all programs have run");
        }
        System.exit(0);
    }
}
