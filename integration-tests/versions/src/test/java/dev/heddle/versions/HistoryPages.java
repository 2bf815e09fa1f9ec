package dev.heddle.versions;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.grpc.Server;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.stub.StreamObserver;
import io.temporal.api.history.v1.History;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that has histories, and sends them as Temporal's does: by pages, of which a client may say how long they are. */
final class HistoryPages extends WorkflowServiceGrpc.WorkflowServiceImplBase implements AutoCloseable {
    /** What Temporal's takes where a client does not say it, and at most. */
    private static final int MOST = 1000;

    private final Map<String, History> byWorkflow = new TreeMap<>();
    private final AtomicInteger pages = new AtomicInteger();
    private final Server server;

    /** @param histories JSON by the IDs of workflows */
    HistoryPages(Map<String, String> histories) throws IOException {
        for (Map.Entry<String, String> each : histories.entrySet()) {
            byWorkflow.put(each.getKey(), history(each.getValue()));
        }
        HealthStatusManager health = new HealthStatusManager();
        health.setStatus(WorkflowServiceGrpc.SERVICE_NAME, HealthCheckResponse.ServingStatus.SERVING);
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(health.getHealthService())
                .addService(this)
                .build()
                .start();
    }

    private static History history(String json) throws InvalidProtocolBufferException {
        History.Builder history = History.newBuilder();
        JsonFormat.parser().merge(json, history);
        return history.build();
    }

    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    /** How many pages were asked for. */
    int pages() {
        return pages.get();
    }

    @Override
    public void getSystemInfo(GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> answer) {
        answer(GetSystemInfoResponse.getDefaultInstance(), answer);
    }

    @Override
    public void describeNamespace(DescribeNamespaceRequest request, StreamObserver<DescribeNamespaceResponse> answer) {
        answer(DescribeNamespaceResponse.getDefaultInstance(), answer);
    }

    @Override
    public void getWorkflowExecutionHistory(
            GetWorkflowExecutionHistoryRequest request, StreamObserver<GetWorkflowExecutionHistoryResponse> answer) {
        pages.incrementAndGet();
        History history = byWorkflow.get(request.getExecution().getWorkflowId());
        String token = request.getNextPageToken().toStringUtf8();
        int begin = token.isEmpty() ? 0 : Integer.parseInt(token);
        int size = request.getMaximumPageSize() == 0 ? MOST : Math.min(MOST, request.getMaximumPageSize());
        int end = Math.min(history.getEventsCount(), begin + size);
        GetWorkflowExecutionHistoryResponse.Builder page = GetWorkflowExecutionHistoryResponse.newBuilder()
                .setHistory(History.newBuilder()
                        .addAllEvents(history.getEventsList().subList(begin, end)));
        if (end < history.getEventsCount()) {
            page.setNextPageToken(ByteString.copyFromUtf8(String.valueOf(end)));
        }
        answer(page.build(), answer);
    }

    private static <R> void answer(R response, StreamObserver<R> answer) {
        answer.onNext(response);
        answer.onCompleted();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
