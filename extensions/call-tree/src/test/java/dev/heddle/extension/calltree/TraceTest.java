package dev.heddle.extension.calltree;

import static dev.heddle.api.Category.ACTIVITY_INBOUND;
import static dev.heddle.api.Category.CLIENT;
import static dev.heddle.api.Category.WORKFLOW_INBOUND;
import static dev.heddle.api.Category.WORKFLOW_OUTBOUND;
import static dev.heddle.api.Selector.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Category;
import dev.heddle.api.GrpcMethodType;
import dev.heddle.testing.fake.FakeCall;
import dev.heddle.testing.fake.FakeInterceptors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree of two processes, word for word. */
class TraceTest {
    private final Process client = new Process("client");
    private final Process worker = new Process("worker");

    @TempDir
    Path folder;

    @BeforeEach
    void writeEmptyTraces() throws IOException {
        client.write();
        worker.write();
    }

    @Test
    void aCallStandsBelowItsCallerInAnotherProcess() throws Throwable {
        FakeCall start = call(CLIENT, "start", "Order");
        start.through(client.interceptors, arguments -> null);
        FakeCall charge = call(WORKFLOW_OUTBOUND, "executeActivity", "Charge");
        arrive(WORKFLOW_INBOUND, "Order", start)
                .through(worker.interceptors, arguments -> charge.through(worker.interceptors, none -> null));
        arrive(ACTIVITY_INBOUND, "Charge", charge).through(worker.interceptors, arguments -> null);
        call(WORKFLOW_INBOUND, "handleSignal", "pay").through(worker.interceptors, arguments -> null);
        call(CLIENT, "getResult", "Order").through(client.interceptors, arguments -> null);
        assertThat(joined()).isEqualTo("""
                        call tree of client, worker: 6 calls

                        workflow order-1
                          client start                           client  Order   0.0 ms  ok
                            workflow inbound execute             worker  Order   0.0 ms  ok
                              workflow outbound executeActivity  worker  Charge  0.0 ms  ok
                                activity inbound execute         worker  Charge  0.0 ms  ok
                          client getResult                       client  Order   0.0 ms  ok
                          workflow inbound handleSignal          worker  pay     0.0 ms  ok

                        """);
    }

    @Test
    void aCallWhoseHeadersCannotBeWrittenIsShownToo() throws Throwable {
        call(WORKFLOW_OUTBOUND, "getVersion", "change")
                .withoutHeaders()
                .through(worker.interceptors, arguments -> null);
        assertThat(joined()).contains("workflow outbound getVersion  worker  change  0.0 ms  ok");
    }

    @Test
    void replaysAreLeftOut() throws Throwable {
        FakeCall start = call(CLIENT, "start", "Order");
        start.through(client.interceptors, arguments -> null);
        arrive(WORKFLOW_INBOUND, "Order", start)
                .with("replaying", true)
                .through(worker.interceptors, arguments -> null);
        assertThat(joined()).contains("client start").doesNotContain("replayed");
    }

    @Test
    void aCallThatWasOpenOnOnePageEndsOnAnother() throws Throwable {
        CompletableFuture<Object> chatting = new CompletableFuture<>();
        CallTreeTest.grpc(Category.GRPC_CLIENT, "Chat", GrpcMethodType.BIDI_STREAMING)
                .through(client.interceptors, arguments -> chatting);
        assertThat(joined()).contains("Front/Chat", "  open\n");
        chatting.complete(null);
        assertThat(joined()).startsWith("call tree of client, worker: 1 call\n").contains("Front/Chat", "  ok\n");
    }

    private static FakeCall call(Category category, String operation, String name) {
        return FakeCall.of(category, operation).with("name", name).with("workflowId", "order-1");
    }

    private static FakeCall arrive(Category category, String name, FakeCall caller) {
        return call(category, "execute", name)
                .header(Marks.HEADER, caller.headers().get(Marks.HEADER));
    }

    private String joined() throws IOException {
        return Trace.read(List.of(client.write(), worker.write()));
    }

    private final class Process {
        final FakeInterceptors interceptors = new FakeInterceptors();
        private final Tree tree = new Tree(100);
        private final String name;

        Process(String name) {
            this.name = name;
            interceptors.on(ALL, new Recorder(tree, List.of(), new Marks(), () -> 0));
        }

        Path write() throws IOException {
            String lines = tree.page().map(Trace::lines).orElse("");
            return Files.writeString(
                    folder.resolve(name + ".trace"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
