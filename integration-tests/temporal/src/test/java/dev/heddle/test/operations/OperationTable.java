package dev.heddle.test.operations;

import java.util.stream.Stream;

/** The operations of the SDK, all of them. */
public final class OperationTable {
    private OperationTable() {}

    /** The rows. */
    public static Stream<OperationCase<?>> rows() {
        return Stream.of(
                        WorkflowClientCases.all(),
                        CompletionClientCases.all(),
                        ScheduleClientCases.all(),
                        StandaloneClientCases.all(),
                        WorkflowInboundCases.all(),
                        WorkflowOutboundCases.all(),
                        ActivityCases.all(),
                        NexusCases.all())
                .flatMap(rows -> rows);
    }
}
