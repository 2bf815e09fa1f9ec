package dev.heddle.extension.determinism.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The threads of which versions of the SDK tell beside the one that is stuck. */
class OtherThreadsTest {
    private static List<String> in(String message) {
        return OtherThreads.in(message, name -> name.startsWith("acme."));
    }

    @Test
    void asStackTraces() {
        assertThat(in("""
                [TMPRL1101] Potential deadlock detected.

                workflow-method-one
                \tat app//acme.Order.stick(Order.java:35)

                 Other workflow threads: [
                workflow[one]-1
                \tat java.base@17.0.15/jdk.internal.misc.Unsafe.park(Native Method)
                \tat app//io.temporal.internal.sync.WorkflowThreadContext.yield(WorkflowThreadContext.java:66)
                \tat heddle.jar//dev.heddle.Traces$$Lambda$274/0x00007f528c2d95a8.intercept(Unknown Source)
                \tat dev.heddle.agent.call.Link.intercept(Link.java:26)
                \tat app//acme.Order.lambda$settle$0(Order.java:30)
                \tat app//acme.Order.settle(Order.java:29)
                signal pay
                \tat java.base@17.0.15/jdk.internal.misc.Unsafe.park(Native Method)
                ]
                """)).containsExactly("workflow[one]-1, at acme.Order.lambda$settle$0:30", "signal pay");
    }

    @Test
    void withWhatTheyWaitFor() {
        assertThat(in("""
                Potential deadlock detected: workflow thread "one" didn't yield control for over a second. \
                Other workflow threads:

                workflow-root: (BLOCKED on Feature.get)
                acme.Order.run(Order.java:12)
                """)).containsExactly("workflow-root waited in Feature.get, at acme.Order.run:12");
    }

    @Test
    void none() {
        assertThat(in("no order")).isEmpty();
        assertThat(OtherThreads.isOfDeadlock("no order")).isFalse();
    }
}
