package sample.temporal;

import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.common.SearchAttributeKey;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.DynamicQueryHandler;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.DynamicUpdateHandler;
import io.temporal.workflow.ExternalWorkflowStub;
import io.temporal.workflow.Promise;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import sample.Journal;

/** The calls of a workflow. */
public final class ErrandsImpl implements Errands {
    private static final String CATEGORY = "workflow outbound ";
    private static final Duration SHORT = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Open until the second run begins. */
    static final CountDownLatch AGAIN = new CountDownLatch(1);

    private String told = "nothing";

    /** Another query, as a listener. */
    public interface Asked {
        @QueryMethod
        String ask();
    }

    /** Another signal, as a listener. */
    public interface Called {
        @SignalMethod
        void call(String text);
    }

    @Override
    public String run(boolean first) {
        Journal.once("workflow inbound execute");
        try {
            if (first) {
                askForValues();
                askForTime();
                registerHandlers();
                askOthers();
                Journal.step(CATEGORY + "continueAsNew", () -> Workflow.continueAsNew(false));
            }
        } catch (Exception failure) {
            throw Workflow.wrap(failure);
        }
        AGAIN.countDown();
        Workflow.await(() -> told.equals("end"));
        return told;
    }

    @Override
    public void tell(String text) {
        Journal.once("workflow inbound handleSignal");
        told = text;
    }

    @Override
    public String told() {
        Journal.once("workflow inbound handleQuery");
        return told;
    }

    private static void askForValues() throws Exception {
        Journal.step(CATEGORY + "getInfo", () -> Workflow.getInfo());
        Journal.step(CATEGORY + "randomUUID", () -> Workflow.randomUUID());
        Journal.step(CATEGORY + "newRandom", () -> Workflow.newRandom());
        Journal.step(CATEGORY + "currentTimeMillis", () -> Workflow.currentTimeMillis());
        Journal.step(CATEGORY + "sideEffect", () -> Workflow.sideEffect(String.class, () -> "value"));
        Journal.step(
                CATEGORY + "mutableSideEffect",
                () -> Workflow.mutableSideEffect("id", String.class, (a, b) -> !a.equals(b), () -> "value"));
        Journal.step(CATEGORY + "getVersion", () -> Workflow.getVersion("change", Workflow.DEFAULT_VERSION, 1));
        Journal.step(CATEGORY + "getMetricsScope", () -> Workflow.getMetricsScope());
        Journal.step(CATEGORY + "upsertSearchAttributes", ErrandsImpl::upsertSearchAttributes);
        Journal.step(
                CATEGORY + "upsertTypedSearchAttributes",
                () -> Workflow.upsertTypedSearchAttributes(
                        SearchAttributeKey.forKeyword("CustomKeywordField").valueSet("typed")));
        Journal.step(CATEGORY + "upsertMemo", () -> Workflow.upsertMemo(Map.of("memo", "value")));
    }

    @SuppressWarnings("deprecation") // What every version has.
    private static void upsertSearchAttributes() {
        Workflow.upsertSearchAttributes(Map.of("CustomKeywordField", "value"));
    }

    private static void askForTime() throws Exception {
        Journal.step(CATEGORY + "sleep", () -> Workflow.sleep(SHORT));
        Journal.step(CATEGORY + "await", () -> Workflow.await(SHORT, () -> false));
        Journal.step(CATEGORY + "newTimer", () -> Workflow.newTimer(SHORT).get());
    }

    private static void registerHandlers() throws Exception {
        Journal.step(CATEGORY + "registerQuery", () -> Workflow.registerListener((Asked) () -> "any"));
        Journal.step(CATEGORY + "registerSignalHandlers", () -> Workflow.registerListener((Called) text -> {}));
        Journal.step(
                CATEGORY + "registerDynamicSignalHandler",
                () -> Workflow.registerListener((DynamicSignalHandler) (name, arguments) -> {}));
        Journal.step(
                CATEGORY + "registerDynamicQueryHandler",
                () -> Workflow.registerListener((DynamicQueryHandler) (name, arguments) -> "any"));
        Journal.step(
                CATEGORY + "registerDynamicUpdateHandler",
                () -> Workflow.registerListener((DynamicUpdateHandler) (name, arguments) -> "any"));
    }

    private static void askOthers() throws Exception {
        Chores local = Workflow.newLocalActivityStub(
                Chores.class,
                LocalActivityOptions.newBuilder()
                        .setScheduleToCloseTimeout(PATIENCE)
                        .build());
        Journal.step(CATEGORY + "executeLocalActivity", () -> local.ask("local"));
        Chores chores = Workflow.newActivityStub(
                Chores.class,
                ActivityOptions.newBuilder().setStartToCloseTimeout(PATIENCE).build());
        Journal.step(CATEGORY + "executeActivity", () -> chores.ask("remote"));
        Journal.step(CATEGORY + "executeActivity", () -> chores.completeLater("later"));
        Journal.step(CATEGORY + "executeActivity", () -> chores.completeElsewhere("elsewhere"));
        String id = "other-of-" + Workflow.getInfo().getWorkflowId();
        Other child = Workflow.newChildWorkflowStub(
                Other.class, ChildWorkflowOptions.newBuilder().setWorkflowId(id).build());
        Promise<?>[] result = new Promise<?>[1];
        Journal.step(CATEGORY + "executeChildWorkflow", () -> result[0] = Async.function(child::run));
        Workflow.getWorkflowExecution(child).get();
        ExternalWorkflowStub external = Workflow.newUntypedExternalWorkflowStub(
                WorkflowExecution.newBuilder().setWorkflowId(id).build());
        Journal.step(CATEGORY + "signalExternalWorkflow", () -> external.signal("greet", "hello"));
        Journal.step(CATEGORY + "cancelWorkflow", () -> external.cancel());
        try {
            result[0].get();
        } catch (ChildWorkflowFailure cancelled) {
            // As it should be, so that nothing more comes before this one continues as new.
        }
    }
}
