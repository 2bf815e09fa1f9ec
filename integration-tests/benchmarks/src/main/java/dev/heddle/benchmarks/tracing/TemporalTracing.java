package dev.heddle.benchmarks.tracing;

import static dev.heddle.benchmarks.call.TemporalCalls.asRead;

import dev.heddle.benchmarks.call.WorkflowThread;
import io.opentelemetry.opentracingshim.OpenTracingShim;
import io.temporal.api.common.v1.Payload;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.opentracing.OpenTracingClientInterceptor;
import io.temporal.opentracing.OpenTracingOptions;
import io.temporal.opentracing.OpenTracingSpanContextCodec;
import io.temporal.opentracing.OpenTracingWorkerInterceptor;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Temporal's calls with nothing behind them, traced: a client's start; what is traced of a workflow task, which is the run of
 * a workflow and the start of an activity; an activity. Until the last span of a batch has ended, on whatever thread.
 */
@State(Scope.Thread)
public class TemporalTracing {
    private static final int BATCH = 1_000;
    private static final Runnable END = () -> {};

    @Param("NONE")
    public Tracer tracer;

    private final EndedSpans spans = new EndedSpans();
    private final SynchronousQueue<Runnable> work = new SynchronousQueue<>();
    private final SynchronousQueue<Object> done = new SynchronousQueue<>();
    private Thread workflowThread;
    private Payload traced;
    private WorkflowClientCallsInterceptor client;
    private WorkflowInboundCallsInterceptor workflow;
    private ActivityInboundCallsInterceptor activity;

    @Setup
    public void prepare() throws InterruptedException {
        traced = DefaultDataConverter.STANDARD_INSTANCE
                .toPayload(Map.of("traceparent", tracer.traceParent()))
                .orElseThrow();
        List<WorkflowClientInterceptor> clients = new ArrayList<>();
        List<WorkerInterceptor> workers = new ArrayList<>();
        if (tracer.needsSdk()) {
            var sdk = spans.register(tracer);
            if (tracer == Tracer.OPENTRACING) {
                OpenTracingOptions options = OpenTracingOptions.newBuilder()
                        .setTracer(OpenTracingShim.createTracerShim(sdk))
                        .setSpanContextCodec(OpenTracingSpanContextCodec.TEXT_MAP_CODEC)
                        .build();
                clients.add(new OpenTracingClientInterceptor(options));
                workers.add(new OpenTracingWorkerInterceptor(options));
            }
        }
        prepareClient(clients);
        prepareActivity(workers);
        workflowThread = new Thread(() -> WorkflowThread.run(() -> serve(workers)));
        workflowThread.start();
        onWorkflowThread(() -> {});
    }

    private void prepareClient(List<WorkflowClientInterceptor> own) {
        WorkflowClientOptions options = WorkflowClientOptions.newBuilder().validateAndBuildWithDefaults();
        List<WorkflowClientInterceptor> all = new ArrayList<>(own);
        all.addAll(Arrays.asList(asRead("temporal/workflow-client", options, options.getInterceptors())));
        client = new Roots.Client();
        for (WorkflowClientInterceptor interceptor : all) {
            client = interceptor.workflowClientCallsInterceptor(client);
        }
    }

    private List<WorkerInterceptor> all(List<WorkerInterceptor> own) {
        WorkerFactoryOptions options = WorkerFactoryOptions.newBuilder().validateAndBuildWithDefaults();
        List<WorkerInterceptor> all = new ArrayList<>(own);
        all.addAll(Arrays.asList(asRead("temporal/worker", options, options.getWorkerInterceptors())));
        return all;
    }

    private void prepareActivity(List<WorkerInterceptor> own) {
        activity = new Roots.Activity();
        for (WorkerInterceptor interceptor : all(own)) {
            activity = interceptor.interceptActivity(activity);
        }
        activity.init(new Roots.Context());
    }

    private void serve(List<WorkerInterceptor> own) {
        workflow = new Roots.Workflow();
        for (WorkerInterceptor interceptor : all(own)) {
            workflow = interceptor.interceptWorkflow(workflow);
        }
        workflow.init(new Roots.Outbound());
        try {
            for (Runnable next = work.take(); next != END; next = work.take()) {
                next.run();
                done.put(this);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void onWorkflowThread(Runnable code) throws InterruptedException {
        work.put(code);
        done.take();
    }

    @TearDown
    public void stop() throws InterruptedException {
        work.put(END);
        workflowThread.join();
    }

    private static Header header() {
        return new Header(new HashMap<>());
    }

    private Header tracedHeader() {
        Map<String, Payload> values = new HashMap<>();
        values.put("_tracer-data", traced);
        return new Header(values);
    }

    private void ended(int spansOfEach) {
        if (tracer.needsSdk() && tracer != Tracer.HEDDLE_UNSAMPLED) {
            spans.await(BATCH * spansOfEach);
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public Object start() {
        Object last = null;
        for (int i = 0; i < BATCH; i++) {
            last = client.start(new WorkflowClientCallsInterceptor.WorkflowStartInput(
                    "order", "Order", header(), Roots.ARGUMENTS, WorkflowOptions.getDefaultInstance()));
        }
        ended(1);
        return last;
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void task() throws InterruptedException {
        onWorkflowThread(() -> {
            for (int i = 0; i < BATCH; i++) {
                workflow.execute(new WorkflowInboundCallsInterceptor.WorkflowInput(tracedHeader(), Roots.ARGUMENTS));
            }
        });
        ended(2);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public Object activity() {
        Object last = null;
        for (int i = 0; i < BATCH; i++) {
            last = activity.execute(new ActivityInboundCallsInterceptor.ActivityInput(tracedHeader(), Roots.ARGUMENTS));
        }
        ended(1);
        return last;
    }
}
