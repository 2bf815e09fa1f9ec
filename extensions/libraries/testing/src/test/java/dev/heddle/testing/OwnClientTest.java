package dev.heddle.testing;

import static dev.heddle.api.Selector.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Category;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.RefusedException;
import dev.heddle.api.Settings;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that the application's own code makes, on the test's thread and on others; and a guard. */
class OwnClientTest {
    @RegisterExtension
    final Heddle heddle = Heddle.with(new Guard());

    private static final class Guard implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors.on(CLIENT.only("describe"), call -> {
                throw new IllegalStateException("the guard slipped");
            });
        }

        @Override
        public boolean failClosed() {
            return true;
        }
    }

    private WorkflowClient client() {
        return WorkflowClient.newInstance(
                heddle.temporal().client().getWorkflowServiceStubs(),
                WorkflowClientOptions.newBuilder().setNamespace("of-my-own").build());
    }

    private void assertGuarded(WorkflowClient client) {
        assertThatThrownBy(() -> client.newUntypedWorkflowStub("some-workflow").describe())
                .hasCauseInstanceOf(RefusedException.class);
        assertThat(heddle.calls().in(Category.CLIENT).named("describe"))
                .extracting(RecordedCall::namespace)
                .containsExactly("of-my-own");
        assertThat(heddle.takeAccidents())
                .singleElement()
                .satisfies(accident -> assertThat(accident.extension()).isEqualTo("guard"));
    }

    @Test
    void madeOnTheTestsThread() {
        assertGuarded(client());
    }

    @Test
    void madeOnAThreadThatTheTestHasStarted() throws Exception {
        FutureTask<WorkflowClient> made = new FutureTask<>(this::client);
        new Thread(made).start();
        assertGuarded(made.get());
    }

    @Test
    void madeOnAnotherThreadInTheTestsName() {
        CompletableFuture<WorkflowClient> made = new CompletableFuture<>();
        ForkJoinPool.commonPool().execute(() -> heddle.run(() -> made.complete(client())));
        assertGuarded(made.join());
    }

    @Test
    void withoutTimeSkippingTheClockIsTheComputers() {
        long before = System.currentTimeMillis();
        assertThat(heddle.temporal().timeSkipping(false).environment().currentTimeMillis())
                .isBetween(before, System.currentTimeMillis());
    }
}
