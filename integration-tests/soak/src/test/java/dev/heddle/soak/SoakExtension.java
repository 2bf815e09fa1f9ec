package dev.heddle.soak;

import static dev.heddle.api.Selector.ACTIVITY_INBOUND;
import static dev.heddle.api.Selector.ALL;
import static dev.heddle.api.Selector.CLIENT;
import static dev.heddle.api.Selector.GRPC_CLIENT;
import static dev.heddle.api.Selector.GRPC_SERVER;
import static dev.heddle.api.Selector.WORKFLOW_INBOUND;
import static dev.heddle.api.Selector.WORKFLOW_OUTBOUND;

import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.Extension;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.GrpcException;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Operation;
import dev.heddle.api.RefusedException;
import dev.heddle.api.Settings;
import dev.heddle.api.WorkflowCall;
import dev.heddle.soak.Ledger.Mark;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * At each end of each call two interceptors: one that writes into the application's ledger, and further in one that
 * does what is planned for the call.
 */
public final class SoakExtension implements Extension {
    private static final long SLOW_MILLIS = 3;
    private static final long TOO_SLOW_MILLIS = 60;

    private final Ledger ledger = Ledger.get();
    private final ExecutorService others = Executors.newFixedThreadPool(4, SoakExtension::daemon);
    private final Executor soon = CompletableFuture.delayedExecutor(SLOW_MILLIS, TimeUnit.MILLISECONDS, others);
    private final Executor tooLate = CompletableFuture.delayedExecutor(TOO_SLOW_MILLIS, TimeUnit.MILLISECONDS, others);

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "interceptor");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(ALL, call -> {
            ledger.entered.incrementAndGet();
            try {
                return call.proceed();
            } finally {
                ledger.left.incrementAndGet();
            }
        });
        at(End.CALLER, both -> interceptors.on(GRPC_CLIENT.only("soak.Echo/*"), both));
        at(End.CALLER, both -> interceptors.on(CLIENT.only("start", "signal", "query", "startUpdate"), both));
        at(
                End.CALLER,
                both -> interceptors.on(WORKFLOW_OUTBOUND.only("executeActivity", "executeLocalActivity"), both));
        at(End.CALLEE, both -> interceptors.on(GRPC_SERVER.only("soak.Echo/*"), both));
        at(
                End.CALLEE,
                both -> interceptors.on(
                        WORKFLOW_INBOUND.only("execute", "handleSignal", "handleQuery", "executeUpdate"), both));
        at(End.CALLEE, both -> interceptors.on(ACTIVITY_INBOUND.only("execute"), both));
    }

    private void at(End end, Consumer<Interceptor<Call>> registration) {
        registration.accept(call -> watch(call, end));
        registration.accept(call -> act(call, end));
    }

    @Override
    public void onFailure(Operation operation, Throwable failure) {
        ledger.accidentsTold.incrementAndGet();
        if (!(failure instanceof PlannedAccident)) {
            ledger.problem("an accident that was not planned, in " + operation + ": " + failure);
        }
    }

    private static int number(Call call) {
        return call instanceof GrpcCall
                ? Integer.parseInt(call.headers().get("number"))
                : ((Number) call.argument(0)).intValue();
    }

    private Object watch(Call call, End end) throws Throwable {
        int number = number(call);
        if (number < 0) {
            return call.proceed();
        }
        boolean again = call.operation().category() == Category.WORKFLOW_OUTBOUND
                && call instanceof WorkflowCall workflow
                && workflow.replaying();
        if (!again) {
            ledger.mark(number, end == End.CALLER ? Mark.CALLER : Mark.CALLEE);
        }
        if (ledger.kind(number).tellsOfEnd(end)) {
            call.onCompletion(
                    (result, failure) -> ledger.mark(number, end == End.CALLER ? Mark.CALLER_TOLD : Mark.CALLEE_TOLD));
        }
        return call.proceed();
    }

    private Object act(Call call, End here) throws Throwable {
        int number = number(call);
        if (number < 0) {
            return call.proceed();
        }
        Plan plan = ledger.plan(number);
        if (here == End.CALLEE) {
            if (plan.is(Fault.RETRY) && ledger.count(number, Mark.CALLEE) == 1) {
                throw new GrpcException.Unavailable();
            }
            if (call instanceof GrpcCall grpc && (plan.is(Fault.DEADLINE) || plan.is(Fault.CANCEL))) {
                return replyBy(tooLate, grpc);
            }
        }
        return plan.end() == here ? act(call, number, plan.fault()) : call.proceed();
    }

    private Object act(Call call, int number, Fault fault) throws Throwable {
        switch (fault) {
            case THROW_BEFORE:
                throw accident();
            case THROW_AFTER:
                call.proceed();
                throw accident();
            case THROW_LATER:
                return ((GrpcCall) call).response().thenApply(response -> {
                    throw accident();
                });
            case REFUSE:
                throw new RefusedException(Outcome.planned());
            case STATUS:
                throw new GrpcException.Aborted();
            case SLOW:
                if (call instanceof GrpcCall grpc) {
                    return replyBy(soon, grpc);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SLOW_MILLIS));
                return call.proceed();
            case ANSWER:
                Kind kind = ledger.kind(number);
                return kind.isGrpc() ? Echo.answer(kind, number) : Integer.valueOf(number);
            case RETRY:
                return retry((GrpcCall) call);
            default:
                return call.proceed();
        }
    }

    private static CompletionStage<Object> retry(GrpcCall call) {
        return call.requests()
                .thenCompose(requests -> call.response())
                .exceptionallyCompose(failure -> call.response());
    }

    private static CompletionStage<Object> replyBy(Executor executor, GrpcCall call) {
        return CompletableFuture.supplyAsync(call::response, executor).thenCompose(Function.identity());
    }

    private PlannedAccident accident() {
        ledger.accidents.incrementAndGet();
        return new PlannedAccident();
    }

    private static final class PlannedAccident extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
