package dev.heddle.extension.calltree;

import static dev.heddle.api.Category.ACTIVITY_INBOUND;
import static dev.heddle.api.Category.ACTIVITY_OUTBOUND;
import static dev.heddle.api.Category.CLIENT;
import static dev.heddle.api.Category.GRPC_CLIENT;
import static dev.heddle.api.Category.GRPC_SERVER;
import static dev.heddle.api.Category.WORKFLOW_INBOUND;
import static dev.heddle.api.Category.WORKFLOW_OUTBOUND;
import static dev.heddle.api.Selector.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Category;
import dev.heddle.api.GrpcMethodName;
import dev.heddle.api.GrpcMethodType;
import dev.heddle.api.GrpcStatus;
import dev.heddle.testing.fake.FakeCall;
import dev.heddle.testing.fake.FakeInterceptors;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a page says, word for word. */
class CallTreeTest {
    private static final String RUN = "5f2c9b1e-0a1b-4c2d-8e3f-001122334455";

    private final AtomicLong millis = new AtomicLong();
    private final Tree tree = new Tree(12);
    private final FakeInterceptors interceptors = new FakeInterceptors();

    CallTreeTest() {
        interceptors.on(
                ALL, new Recorder(tree, List.of("userId", "tenant"), Marks.NONE, () -> millis.get() * 1_000_000));
    }

    @Test
    void aWorkflowAndItsCalls() throws Throwable {
        CompletableFuture<Object> charged = new CompletableFuture<>();
        call(CLIENT, "start", "OrderWorkflow").header("userId", "ada").through(interceptors, after(12));
        call(WORKFLOW_INBOUND, "execute", "OrderWorkflow")
                .header("userId", "ada")
                .through(interceptors, arguments -> {
                    call(WORKFLOW_OUTBOUND, "executeActivity", "Charge")
                            .header("userId", "ada")
                            .header("tenant", "acme")
                            .through(interceptors, after(1, charged));
                    call(WORKFLOW_OUTBOUND, "sleep", null).withoutHeaders().through(interceptors, after(2500));
                    return "shipped";
                });
        String activityId = "0a1b2c3d-0a1b-4c2d-8e3f-001122334455";
        call(ACTIVITY_INBOUND, "execute", "Charge")
                .with("id", activityId)
                .header("userId", "ada")
                .through(interceptors, arguments -> {
                    FakeCall heartbeat =
                            call(ACTIVITY_OUTBOUND, "heartbeat", "Charge").with("id", activityId);
                    return heartbeat.withoutHeaders().through(interceptors, after(40));
                });
        charged.complete(null);
        FakeCall.of(CLIENT, "listSchedules").through(interceptors, after(7));

        assertThat(page()).isEqualTo("""
                        call tree of process 7: 7 calls

                        workflow order-1
                          client start                         OrderWorkflow            userId=ada              12.0 ms  ok
                          workflow inbound execute             OrderWorkflow  5f2c9b1e  userId=ada               2.50 s  ok
                            workflow outbound executeActivity  Charge                   userId=ada tenant=acme   2.54 s  ok
                            workflow outbound sleep                                                              2.50 s  ok
                          activity inbound execute             Charge         0a1b2c3d  userId=ada              40.0 ms  ok
                            activity outbound heartbeat                                                         40.0 ms  ok

                        no workflow
                          client listSchedules                                                                   7.0 ms  ok

                        """);
    }

    @Test
    void grpcCallsAndWhatTheirHandlersDo() throws Throwable {
        CompletableFuture<Object> refused = new CompletableFuture<>();
        CompletableFuture<Object> chatting = new CompletableFuture<>();
        grpc(GRPC_CLIENT, "Upload", GrpcMethodType.CLIENT_STREAMING).through(interceptors, after(4, refused));
        millis.addAndGet(8);
        refused.completeExceptionally(GrpcStatus.Code.UNAVAILABLE.status().exception());
        grpc(GRPC_SERVER, "Place", GrpcMethodType.UNARY)
                .header("userId", "ada")
                .through(interceptors, request -> call(CLIENT, "start", "Order").through(interceptors, after(12)));
        FakeCall chat = grpc(GRPC_SERVER, "Chat", GrpcMethodType.BIDI_STREAMING);
        chat.through(interceptors, after(0, chatting));
        assertThat(page()).isEqualTo("""
                        call tree of process 7: 4 calls

                        service orders.Front
                          grpc client     Front/Upload  client stream              12.0 ms  failed: UNAVAILABLE
                          grpc server     Front/Place                  userId=ada  12.0 ms  ok
                            client start  Order                                    12.0 ms  ok
                          grpc server     Front/Chat    bidi stream                         open

                        """);

        try (AutoCloseable message = chat.events().get(0).scope()) {
            call(CLIENT, "signal", "note").through(interceptors, after(1));
        }
        call(CLIENT, "signal", "elsewhere").through(interceptors, after(0));
        chatting.complete(null);
        assertThat(page()).isEqualTo("""
                        call tree of process 7: 2 calls

                        service orders.Front
                          grpc server      Front/Chat  bidi stream  1.0 ms  ok
                            client signal  note                     1.0 ms  ok

                        workflow order-1
                          client signal    elsewhere                0.0 ms  ok

                        """);
        assertThat(tree.page()).isEmpty();
    }

    @Test
    void failures() {
        for (Throwable thrown : new Throwable[] {
            new IllegalStateException("no stock"),
            new CompletionException(new ArithmeticException()),
            new StackOverflowError()
        }) {
            assertThatThrownBy(() -> call(ACTIVITY_INBOUND, "execute", "Charge").through(interceptors, arguments -> {
                        throw thrown;
                    }))
                    .isSameAs(thrown);
        }
        assertThat(page())
                .contains(
                        "  failed: IllegalStateException\n",
                        "  failed: ArithmeticException\n",
                        "  failed: StackOverflowError\n");
    }

    @Test
    void theEndOfAWorkflowsThreadIsNoFailure() {
        class DestroyWorkflowThreadError extends Error {
            private static final long serialVersionUID = 1L;
        }
        Error end = new DestroyWorkflowThreadError();
        assertThatThrownBy(() -> call(WORKFLOW_INBOUND, "execute", "Order").through(interceptors, arguments -> {
                    throw end;
                }))
                .isSameAs(end);
        assertThat(page()).contains("  stopped\n");
    }

    @Test
    void aCallIsTheChildOfTheOneOnItsThreadOnly() throws Throwable {
        call(ACTIVITY_INBOUND, "execute", "Outer").through(interceptors, arguments -> {
            CompletableFuture.runAsync(() -> quietly(call(CLIENT, "query", "elsewhere")))
                    .join();
            return call(CLIENT, "query", "here").through(interceptors, after(0));
        });
        call(CLIENT, "query", "afterwards").through(interceptors, after(0));
        assertThat(page())
                .containsSubsequence(
                        "\n  activity inbound execute  Outer",
                        "\n    client query            here",
                        "\n  client query              elsewhere",
                        "\n  client query              afterwards");
    }

    @Test
    void replaysAreCounted() throws Throwable {
        FakeCall replayed = call(WORKFLOW_OUTBOUND, "executeActivity", "Charge").with("replaying", true);
        FakeCall execution = call(WORKFLOW_INBOUND, "execute", "Order").with("replaying", true);
        execution.through(interceptors, arguments -> {
            replayed.through(interceptors, after(0));
            replayed.through(interceptors, after(0));
            return null;
        });
        call(WORKFLOW_INBOUND, "handleSignal", "pay").with("replaying", true).through(interceptors, after(0));
        replayed.through(interceptors, after(0));

        execution.through(interceptors, arguments -> {
            replayed.through(interceptors, after(0));
            execution.with("replaying", false);
            return null;
        });
        execution.with("replaying", true).through(interceptors, arguments -> replayed.through(interceptors, after(0)));
        assertThat(page()).isEqualTo("""
                        call tree of process 7: 4 calls

                        workflow order-1, 1 replayed
                          workflow inbound execute       Order  5f2c9b1e          replayed with 2 calls
                          workflow inbound handleSignal  pay    5f2c9b1e          replayed
                          workflow inbound execute       Order  5f2c9b1e  0.0 ms  ok, 1 replayed
                          workflow inbound execute       Order  5f2c9b1e          replayed with 1 call

                        """);
    }

    /** The oldest make room, and all are summed up. */
    @Test
    void theNewestAreKept() throws Throwable {
        for (int number = 0; number < 14; number++) {
            call(CLIENT, "signal", "pay" + number).through(interceptors, after(0));
        }
        assertThatThrownBy(() -> call(CLIENT, "signal", "pay13").through(interceptors, arguments -> {
                    millis.addAndGet(3);
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(page())
                .startsWith("call tree of process 7: 15 calls\n")
                .doesNotContain("  client signal  pay3   0.0 ms")
                .containsSubsequence("pay4 ", "pay5 ", "pay13", "pay13")
                .contains("and 4 calls that found no room, most of them older; all together\n")
                .contains("  client signal  pay13        2 calls      1 failed      1.5 ms on average\n")
                .contains("  client signal  pay0         1 calls      0 failed      0.0 ms on average\n");
    }

    /** A call that lasts keeps its newest children, and what is not over is never forgotten. */
    @Test
    void whatIsNotOverStaysAndItsNewestChildrenToo() throws Throwable {
        call(WORKFLOW_INBOUND, "execute", "Order").through(interceptors, arguments -> {
            for (int number = 0; number < 50; number++) {
                call(CLIENT, "signal", "pay" + number).through(interceptors, after(0));
            }
            return null;
        });
        assertThat(page())
                .contains("workflow inbound execute", "pay49", "pay40")
                .doesNotContain("    client signal            pay39 ", "signal            pay1 ")
                .contains("and 40 calls that found no room");
    }

    @Test
    void manyThreadsMayCallAtOnce() {
        IntStream.range(0, 8_000)
                .parallel()
                .forEach(number -> quietly(call(CLIENT, "signal", "pay").with("workflowId", "order-" + number % 3)));
        Page page = tree.page().orElseThrow();
        assertThat(page.calls()).isEqualTo(8_000);
        long listed = page.rows().stream().filter(row -> !row.heading()).count();
        assertThat(page.rows()).hasSizeLessThanOrEqualTo(12);
        assertThat(page.more()).isEqualTo((int) (8_000 - listed));
    }

    @Test
    void thePageAfterGoesOn() throws Throwable {
        CompletableFuture<Object> later = new CompletableFuture<>();
        call(CLIENT, "start", "Order").through(interceptors, after(0));
        call(WORKFLOW_INBOUND, "execute", "Order").through(interceptors, arguments -> {
            call(WORKFLOW_OUTBOUND, "executeActivity", "Charge").through(interceptors, after(0, later));
            assertThat(page())
                    .contains("client start", "executeActivity  Charge", "  open\n")
                    .doesNotContain("more");
            assertThat(tree.page()).isEmpty();
            return call(WORKFLOW_OUTBOUND, "executeActivity", "Ship").through(interceptors, after(5));
        });
        later.complete(null);
        assertThat(page()).isEqualTo("""
                        call tree of process 7: 1 call

                        workflow order-1
                          workflow inbound execute             Order  5f2c9b1e  5.0 ms  ok
                            workflow outbound executeActivity  Ship             5.0 ms  ok

                        """);
    }

    @Test
    void theFirstPageSaysThatNothingWasCalled() {
        assertThat(page()).isEqualTo("call tree of process 7: 0 calls\n\n");
        assertThat(tree.page()).isEmpty();
    }

    @Test
    void whatTheApplicationSaysStaysOnItsLineAndInItsColumn() throws Throwable {
        call(CLIENT, "start", "x".repeat(41))
                .with("workflowId", "a\nb")
                .header("userId", Map.of())
                .header("tenant", "c\td")
                .through(interceptors, after(0));
        assertThat(page())
                .contains("workflow a?b\n")
                .contains("  client start  " + "x".repeat(38) + "..  order-1  userId=? tenant=c?d  0.0 ms  ok\n");
    }

    private String page() {
        return tree.page().orElseThrow().text("process 7");
    }

    /** A call that belongs to the workflow {@code order-1}, as the client's calls of it do. */
    private static FakeCall call(Category category, String operation, String name) {
        FakeCall call = FakeCall.of(category, operation)
                .with("name", name)
                .with("workflowId", "order-1")
                .with("runId", RUN);
        return category == CLIENT ? call.with("id", "order-1") : call;
    }

    static FakeCall grpc(Category category, String method, GrpcMethodType kind) {
        String name = "orders.Front/" + method;
        return FakeCall.of(category, name)
                .with("methodName", GrpcMethodName.parse(name))
                .with("methodType", kind);
    }

    private FakeCall.Library after(long took) {
        return after(took, null);
    }

    private FakeCall.Library after(long took, Object result) {
        return arguments -> {
            millis.addAndGet(took);
            return result;
        };
    }

    private void quietly(FakeCall call) {
        try {
            call.through(interceptors, after(0));
        } catch (Throwable thrown) {
            throw new AssertionError(thrown);
        }
    }
}
