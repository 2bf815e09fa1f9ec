package dev.heddle.test.readme;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import dev.heddle.test.ChainRead;
import dev.heddle.test.InProcessAgent;
import dev.heddle.test.Probe;
import dev.heddle.test.operations.FutureSdk;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The README's table of operations, as the agent offers them with this SDK. */
final class OperationTable {
    private OperationTable() {}

    /** The rows, by the constant of {@code Selector}. */
    static Map<String, String> rows() {
        InProcessAgent.install();
        // Reading the interceptors is what assembles the chains.
        Object options = WorkflowClientOptions.getDefaultInstance();
        ChainRead.of("temporal/workflow-client", options, new WorkflowClientInterceptor[0]);
        ChainRead.of("temporal/schedule-client", options, List.of());
        ChainRead.of("temporal/activity-client", options, List.of());
        ChainRead.of("temporal/nexus-client", options, List.of());
        ChainRead.of("temporal/worker", options, new WorkerInterceptor[0]);
        return Category.values().stream()
                .filter(category -> !category.name().startsWith("grpc"))
                .collect(toMap(OperationTable::constant, OperationTable::row));
    }

    private static String constant(Category category) {
        return category.name().toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private static String row(Category category) {
        // Another test may have asked what no SDK has.
        Map<String, Boolean> names = Probe.operations().stream()
                .filter(operation ->
                        operation.category() == category && !operation.name().equals(FutureSdk.METHOD))
                .collect(toMap(Operation::name, Operation::carriesHeaders, Boolean::logicalOr));
        Function<String, String> emphasis = name -> names.get(name) ? "*" + name + "*" : name;
        return Stream.concat(
                        names.keySet().stream().filter(names::get).sorted(),
                        names.keySet().stream().filter(name -> !names.get(name)).sorted())
                .map(emphasis)
                .collect(joining(", "));
    }
}
