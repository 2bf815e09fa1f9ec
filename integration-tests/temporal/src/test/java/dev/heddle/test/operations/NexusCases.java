package dev.heddle.test.operations;

import static dev.heddle.test.operations.OperationCase.operation;

import com.uber.m3.tally.NoopScope;
import com.uber.m3.tally.Scope;
import io.nexusrpc.handler.OperationCancelDetails;
import io.nexusrpc.handler.OperationContext;
import io.nexusrpc.handler.OperationStartDetails;
import io.nexusrpc.handler.OperationStartResult;
import io.temporal.client.WorkflowClient;
import io.temporal.common.interceptors.NexusOperationInboundCallsInterceptor;
import io.temporal.common.interceptors.NexusOperationInboundCallsInterceptor.*;
import io.temporal.common.interceptors.NexusOperationOutboundCallsInterceptor;
import io.temporal.nexus.NexusOperationInfo;
import java.util.stream.Stream;

/** The tables of what reaches the handler of a Nexus operation and what it asks of its context. */
final class NexusCases {
    private static final Class<NexusOperationInboundCallsInterceptor> INBOUND =
            NexusOperationInboundCallsInterceptor.class;
    private static final Class<NexusOperationOutboundCallsInterceptor> OUTBOUND =
            NexusOperationOutboundCallsInterceptor.class;
    private static final String IDENTITY = "name=Shop/order nexusService=Shop nexusOperation=order";
    private static final String NO_PARAMETERS = "it has no parameters";

    private NexusCases() {}

    static Stream<OperationCase<?>> all() {
        return Stream.of(
                operation(
                                INBOUND,
                                "startOperation",
                                (next, sample) -> next.startOperation(new StartOperationInput(
                                        context(sample),
                                        OperationStartDetails.newBuilder()
                                                .setRequestId("request-1")
                                                .build(),
                                        "input")))
                        .identity(IDENTITY + " id=request-1 requestId=request-1")
                        .returns(
                                () -> new StartOperationOutput(OperationStartResult.sync("done")),
                                StartOperationOutput::getResult,
                                () -> OperationStartResult.sync("other")),
                operation(
                                INBOUND,
                                "cancelOperation",
                                (next, sample) -> next.cancelOperation(new CancelOperationInput(
                                        context(sample),
                                        OperationCancelDetails.newBuilder()
                                                .setOperationToken("token")
                                                .build())))
                        .identity(IDENTITY)
                        .argument(
                                1,
                                OperationCancelDetails.newBuilder()
                                        .setOperationToken("other")
                                        .build())
                        .returnsEmpty(CancelOperationOutput::new),
                operation(OUTBOUND, "getInfo", (next, sample) -> next.getInfo())
                        .identity(IDENTITY)
                        .fixedArguments(NO_PARAMETERS)
                        .returns(
                                () -> new Recorder().as(NexusOperationInfo.class),
                                () -> new Recorder().as(NexusOperationInfo.class)),
                operation(OUTBOUND, "getMetricsScope", (next, sample) -> next.getMetricsScope())
                        .identity(IDENTITY)
                        .fixedArguments(NO_PARAMETERS)
                        .returns(() -> new Recorder().as(Scope.class), NoopScope::new),
                operation(OUTBOUND, "getWorkflowClient", (next, sample) -> next.getWorkflowClient())
                        .identity(IDENTITY)
                        .fixedArguments(NO_PARAMETERS)
                        .returns(
                                () -> new Recorder().as(WorkflowClient.class),
                                () -> new Recorder().as(WorkflowClient.class)));
    }

    private static OperationContext context(Sample sample) {
        OperationContext.Builder context =
                OperationContext.newBuilder().setService("Shop").setOperation("order");
        sample.strings().forEach(context::putHeader);
        return context.build();
    }
}
