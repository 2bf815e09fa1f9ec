package dev.heddle.test.rules;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heddle.test.InProcessAgent;
import dev.heddle.test.operations.OperationCase;
import dev.heddle.test.operations.OperationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of the call, for every operation of every category. */
class RulesTest {
    @FunctionalInterface
    private interface Rule {
        void check(RuleCheck check) throws Throwable;
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
        tests.add(test(row, "goes on after an accident before proceed()", RuleCheck::accidentBefore));
        tests.add(test(row, "keeps its result after an accident", RuleCheck::accidentAfter));
        tests.add(test(row, "keeps its exception after an accident", RuleCheck::accidentAfterException));
        tests.add(test(row, "goes on after an error of an interceptor's own", RuleCheck::ownErrorBefore));
        tests.add(test(row, "keeps its result after an error of an interceptor's own", RuleCheck::ownErrorAfter));
        tests.add(test(row, "goes on after an endless recursion", RuleCheck::endlessRecursion));
        tests.add(test(row, "runs once from another thread", RuleCheck::onAnotherThread));
        tests.add(test(row, "runs once from another thread that is given up", RuleCheck::givenUpOnAnotherThread));
        tests.add(test(row, "runs once if it is hedged", RuleCheck::hedged));
        tests.add(test(row, "does not run twice", RuleCheck::proceedTwice));
        tests.add(test(row, "passes an error that an interceptor swallows", RuleCheck::swallowedError));
        tests.add(test(row, "passes an error that an interceptor replaces", RuleCheck::replacedError));
        tests.add(test(row, "meets the first interceptor first", RuleCheck::order));
        tests.add(test(row, "tells of its end once", RuleCheck::completion));
        tests.add(test(row, "tells of its failure once", RuleCheck::failedCompletion));
        tests.add(test(row, "is refused where a guard fails", RuleCheck::guardFails));
        if (row.hasTypedValue()) {
            tests.add(test(row, "takes no answer of another type", RuleCheck::wrongAnswer));
            tests.add(test(row, "takes no result of another type", RuleCheck::wrongResult));
        }
        if (row.hasTypedValue() && row.comesLater()) {
            tests.add(test(row, "takes no promise of another type", RuleCheck::wrongPromise));
            tests.add(test(
                    row, "keeps its result for a promise of another type", RuleCheck::wrongPromiseInPlaceOfResult));
            tests.add(test(
                    row, "keeps its result for a wrong value that comes later", RuleCheck::wrongValueThatComesLater));
            tests.add(test(row, "names who has promised a wrong value", RuleCheck::wrongValueThatIsAllThereIs));
            tests.add(test(row, "takes a right value that comes later", RuleCheck::rightValueThatComesLater));
            tests.add(test(row, "takes a failure that comes later", RuleCheck::failureThatComesLater));
        }
        return tests;
    }

    private static DynamicTest test(OperationCase<?> row, String name, Rule rule) {
        return dynamicTest(row + " " + name, () -> row.run(() -> rule.check(new RuleCheck(row))));
    }
}
