package dev.heddle.test.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heddle.test.InProcessAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every operation of the SDK, and for each what an interceptor can do with it. */
class OperationTest {
    @FunctionalInterface
    private interface Check {
        void run(OperationCheck<?> check) throws Throwable;
    }

    @BeforeAll
    static void install() {
        InProcessAgent.install();
    }

    @TestFactory
    Stream<DynamicNode> everyOperation() {
        return OperationTable.rows().map(row -> dynamicContainer(row.toString(), tests(row)));
    }

    private static List<DynamicTest> tests(OperationCase<?> row) {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(test(row, "is seen once and says who calls what", OperationCheck::seenOnce));
        tests.add(test(row, "carries headers to the other side", OperationCheck::headersArrive));
        tests.add(test(row, "lets its result be observed", OperationCheck::resultPasses));
        tests.add(test(row, "lets exceptions pass as the same instance", OperationCheck::exceptionPasses));
        tests.add(test(row, "can be refused", OperationCheck::refusalReachesTheCaller));
        if (row.takesArguments()) {
            tests.add(test(row, "lets an argument be replaced", OperationCheck::argumentArrives));
        }
        if (row.hasValue()) {
            tests.add(test(row, "lets its result be replaced", OperationCheck::resultReplaced));
            tests.add(test(row, "can be answered in its place", OperationCheck::answered));
        }
        return tests;
    }

    private static DynamicTest test(OperationCase<?> row, String name, Check check) {
        return dynamicTest(row + " " + name, () -> row.run(() -> check.run(new OperationCheck<>(row))));
    }

    @TestFactory
    Stream<DynamicTest> everyMethodIsInTheTable() {
        Completeness completeness = new Completeness(OperationTable.rows().toList());
        return completeness.methods().stream()
                .map(method -> dynamicTest(
                        method.getDeclaringClass().getSimpleName() + ' ' + method.getName(),
                        () -> assertThat(completeness.covers(method))
                                .as("%s is in the table or left out for a reason", method)
                                .isTrue()));
    }
}
