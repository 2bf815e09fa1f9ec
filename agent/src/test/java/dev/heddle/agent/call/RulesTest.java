package dev.heddle.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.agent.call.Rules.Did;
import dev.heddle.agent.call.Rules.Seen;
import dev.heddle.agent.call.Rules.Verdict;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All that the rules decide, each row of their table against every column. */
class RulesTest {
    /** For {@code NOTHING UNDER_WAY RESULT FAILURE ERROR}, without a guard and of one. */
    private static final String TABLE = """
            GIVE_RESULT | RESULT  RESULT  RESULT  RESULT  OUTCOME | RESULT  RESULT  RESULT  RESULT  OUTCOME
            THROW_SEEN  | OUTCOME OUTCOME OUTCOME OUTCOME OUTCOME | OUTCOME OUTCOME OUTCOME OUTCOME OUTCOME
            REFUSE      | THROW   THROW   THROW   THROW   OUTCOME | THROW   THROW   THROW   THROW   OUTCOME
            UNWIND      | THROW   THROW   THROW   THROW   OUTCOME | THROW   THROW   THROW   THROW   OUTCOME
            FAIL        | SKIP    OUTCOME OUTCOME OUTCOME OUTCOME | REFUSE  REFUSE  REFUSE  REFUSE  OUTCOME
            """;

    @Test
    void everyVerdict() {
        List<String> rows = new ArrayList<>();
        for (Did did : Did.values()) {
            rows.add(did + columns(did, false) + columns(did, true));
        }
        assertThat(rows)
                .containsExactlyElementsOf(TABLE.lines()
                        .map(line -> line.replaceAll(" *\\| *", "|")
                                .replaceAll(" +", " ")
                                .strip())
                        .toList());
    }

    private static String columns(Did did, boolean guard) {
        List<String> verdicts = new ArrayList<>();
        for (Seen seen : Seen.values()) {
            Verdict verdict = Rules.verdict(did, seen, guard);
            verdicts.add(verdict.name());
        }
        return '|' + String.join(" ", verdicts);
    }

    @Test
    void noCallIsSkippedThatHasGoneOn() {
        for (Did did : Did.values()) {
            for (Seen seen : Seen.values()) {
                if (seen != Seen.NOTHING) {
                    assertThat(Rules.verdict(did, seen, false)).isNotEqualTo(Verdict.SKIP);
                }
                assertThat(Rules.verdict(did, seen, true)).isNotEqualTo(Verdict.SKIP);
            }
        }
    }

    @Test
    void whatArrivesDoesNotCountUnlessTheExtensionDoesNotFit() {
        for (Category category : Category.values()) {
            Operation operation = Operation.of(category, "any", true);
            assertThat(Rules.counts(operation, new IllegalStateException())).isEqualTo(category.outbound());
            assertThat(Rules.counts(operation, new StackOverflowError())).isEqualTo(category.outbound());
            assertThat(Rules.counts(operation, new NoSuchMethodError())).isTrue();
            assertThat(Rules.counts(operation, new InterruptedException())).isFalse();
        }
    }

    @Test
    void unwinding() throws Exception {
        assertThat(Rules.unwinds(destroyed())).isTrue();
        assertThat(Rules.unwinds(new ThreadDeath())).isTrue();
        assertThat(Rules.unwinds(new AssertionError())).isFalse();
        assertThat(Rules.unwinds(new StackOverflowError())).isFalse();
        assertThat(Rules.unwinds(new IllegalStateException())).isFalse();
    }

    /** By what Temporal ends the thread of a workflow that leaves the cache; nobody else can make one. */
    private static Throwable destroyed() throws Exception {
        Constructor<?> constructor = Class.forName("io.temporal.internal.sync.DestroyWorkflowThreadError")
                .getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Throwable) constructor.newInstance();
    }
}
