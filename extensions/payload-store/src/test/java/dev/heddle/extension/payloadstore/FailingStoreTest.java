package dev.heddle.extension.payloadstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.testing.Heddle;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.common.RetryOptions;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an application gets of a store that fails, with Temporal's in-memory server. */
class FailingStoreTest {
    @RegisterExtension
    final Heddle heddle = Heddle.with(new PayloadStoring())
            .named("payload-store")
            .setting("threshold", "10K")
            .setting("store", "memory");

    private final AtomicInteger gets = new AtomicInteger();
    private MemoryStore store;

    @BeforeEach
    void begin(TestInfo test) {
        store = MemoryStore.named(test.getDisplayName());
        heddle.setting("memory.name", test.getDisplayName());
    }

    @WorkflowInterface
    public interface Mill {
        @WorkflowMethod
        String grind(String grain);
    }

    @ActivityInterface
    public interface Stone {
        String turn(String grain);
    }

    public static final class StoneImpl implements Stone {
        @Override
        public String turn(String grain) {
            return grain.isEmpty() ? Bulk.of("flour") : grain.substring(0, 5);
        }
    }

    /** Asks an activity, which is not tried again. */
    public static final class Asking implements Mill {
        private final Stone stone = Workflow.newActivityStub(
                Stone.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .setRetryOptions(
                                RetryOptions.newBuilder().setMaximumAttempts(1).build())
                        .build());

        @Override
        public String grind(String grain) {
            try {
                return stone.turn(grain);
            } catch (ActivityFailure failure) {
                ApplicationFailure cause = (ApplicationFailure) failure.getCause();
                return cause.getType() + ": " + cause.getOriginalMessage();
            }
        }
    }

    /** Answers what is large by itself. */
    public static final class Answering implements Mill {
        @Override
        public String grind(String grain) {
            return Bulk.of("flour");
        }
    }

    private Mill mill(Class<? extends Mill> type) {
        return heddle.temporal()
                .timeSkipping(false)
                .workflows(type)
                .activities(new StoneImpl())
                .workflow(Mill.class);
    }

    private static void full(String key) throws IOException {
        throw new IOException("No space left on device");
    }

    @Test
    void aClientThatCannotStoreIsTold() {
        store.beforePut = FailingStoreTest::full;
        Mill mill = mill(Answering.class);
        assertThatThrownBy(() -> mill.grind(Bulk.of("grain")))
                .hasStackTraceContaining(DataConverterException.class.getName())
                .hasStackTraceContaining("v0/d/sha256/")
                .hasStackTraceContaining("cannot be stored in memory: No space left on device");
    }

    @Test
    void anActivityThatCannotStoreFails() {
        store.beforePut = FailingStoreTest::full;
        assertThat(mill(Asking.class).grind(""))
                .contains(DataConverterException.class.getName())
                .contains("v0/d/sha256/")
                .contains("cannot be stored in memory: No space left on device");
    }

    @Test
    void anActivityThatCannotFetchFails() {
        store.beforeGet = key -> {
            // The workflow's own argument comes, and what it gives to the activity does not.
            if (gets.incrementAndGet() > 1) {
                throw new IOException("connection refused");
            }
        };
        assertThat(mill(Asking.class).grind(Bulk.of("grain")))
                .contains(DataConverterException.class.getName())
                .contains("v0/d/sha256/")
                .contains("cannot be fetched from memory: connection refused");
    }

    @Test
    void aClientThatCannotFetchIsTold() {
        Mill mill = mill(Answering.class);
        WorkflowClient.start(mill::grind, "");
        store.beforeGet = key -> {
            throw new IOException("connection refused");
        };
        assertThatThrownBy(() -> WorkflowStub.fromTyped(mill).getResult(String.class))
                .hasStackTraceContaining(DataConverterException.class.getName())
                .hasStackTraceContaining("v0/d/sha256/")
                .hasStackTraceContaining("connection refused");
        store.beforeGet = key -> {};
        assertThat(WorkflowStub.fromTyped(mill).getResult(String.class)).isEqualTo(Bulk.of("flour"));
    }

    @Test
    void aClientThatFindsNothingIsTold() {
        Mill mill = mill(Answering.class);
        mill.grind("");
        store.objects.clear();
        assertThatThrownBy(() -> WorkflowStub.fromTyped(mill).getResult(String.class))
                .hasStackTraceContaining(DataConverterException.class.getName())
                .hasStackTraceContaining("there is no such object");
    }

    /** What a workflow answers is stored when it leaves, and that is tried again. */
    @Test
    void aWorkflowWaitsForAStoreThatFails() {
        AtomicInteger failures = new AtomicInteger();
        store.beforePut = key -> {
            if (failures.incrementAndGet() <= 3) {
                throw new IOException("connection refused");
            }
        };
        assertThat(mill(Answering.class).grind("")).isEqualTo(Bulk.of("flour"));
        assertThat(failures).hasValueGreaterThan(3);
    }

    /** A workflow's task that cannot read its argument fails, and is tried again. */
    @Test
    void aWorkflowThatCannotFetchGoesOnWhenItCan() {
        Mill mill = mill(Asking.class);
        store.beforeGet = key -> {
            if (gets.incrementAndGet() <= 2) {
                throw new IOException("connection refused");
            }
        };
        assertThat(mill.grind(Bulk.of("grain"))).isEqualTo(Bulk.of("grain").substring(0, 5));
        assertThat(events(mill).stream()
                        .filter(HistoryEvent::hasWorkflowTaskFailedEventAttributes)
                        .toList()
                        .toString())
                .contains("DataConverterException")
                .contains("connection refused");
    }

    /** Nor does any workflow's second run out, for none of its threads waits. */
    @Test
    void aSlowStoreIsNoDeadlock() throws Exception {
        store.beforePut = key -> slow();
        store.beforeGet = key -> slow();
        Mill mill = mill(Answering.class);
        assertThat(mill.grind(Bulk.of("grain"))).isEqualTo(Bulk.of("flour"));
        assertThat(events(mill))
                .extracting(HistoryEvent::getEventType)
                .doesNotContain(
                        EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED, EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT);
    }

    private static void slow() throws IOException {
        try {
            TimeUnit.SECONDS.sleep(3);
        } catch (InterruptedException closed) {
            throw new IOException(closed);
        }
    }

    private List<HistoryEvent> events(Mill mill) {
        return heddle.temporal()
                .client()
                .fetchHistory(WorkflowStub.fromTyped(mill).getExecution().getWorkflowId())
                .getEvents();
    }
}
