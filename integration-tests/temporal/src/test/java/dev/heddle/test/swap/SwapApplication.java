package dev.heddle.test.swap;

import dev.heddle.agent.bootstrap.InstalledAgent;
import dev.heddle.test.ChainRead;
import echo.Echo;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** An application whose extensions change while it calls. */
public final class SwapApplication {
    private static final MethodDescriptor<String, String> ECHO =
            Echo.method("swap.Echo", "Say", MethodDescriptor.MethodType.UNARY);

    private static final CountDownLatch ENTERED = new CountDownLatch(1);
    private static final CountDownLatch LEAVE = new CountDownLatch(1);

    private SwapApplication() {}
    /** What the chain ends in. */
    private static final class Library extends WorkflowClientCallsInterceptorBase {
        Library() {
            super(null);
        }

        @Override
        public WorkflowStartOutput start(WorkflowStartInput input) {
            System.out.println("library starts " + input.getWorkflowId());
            if (input.getWorkflowId().equals("slow")) {
                ENTERED.countDown();
                try {
                    LEAVE.await();
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }
            return new WorkflowStartOutput(WorkflowExecution.getDefaultInstance());
        }

        @Override
        public CancelOutput cancel(CancelInput input) {
            System.out.println("library cancels");
            return new CancelOutput();
        }
    }

    /** Gets the folder of the extensions and the one from which another one comes. */
    public static void main(String[] arguments) throws Exception {
        WorkflowClientInterceptor[] chain = ChainRead.of(
                "temporal/workflow-client",
                WorkflowClientOptions.getDefaultInstance(),
                new WorkflowClientInterceptor[0]);
        WorkflowClientCallsInterceptor client = chain[0].workflowClientCallsInterceptor(new Library());
        Server server = InProcessServerBuilder.forName("swap")
                .addService(Echo.service("swap.Echo", List.of(ECHO)))
                .build()
                .start();
        ManagedChannel channel = InProcessChannelBuilder.forName("swap").build();
        echo(channel);
        client.cancel(cancel());
        System.out.println("schedule interceptors: " + scheduleInterceptors());

        Thread slow = new Thread(() -> client.start(start("slow")));
        slow.start();
        ENTERED.await();
        Path extensions = Path.of(arguments[0]);
        Files.delete(extensions.resolve("old.jar"));
        Files.move(Path.of(arguments[1], "new.jar"), extensions.resolve("new.jar"));
        System.out.println(InstalledAgent.control("reload", false));
        System.gc();

        client.start(start("quick"));
        echo(channel);
        client.cancel(cancel());
        System.out.println("schedule interceptors: " + scheduleInterceptors());
        LEAVE.countDown();
        slow.join();
        while (System.getProperty("old closed") == null) {
            // Nobody else would collect in time what the call that has ended held.
            System.gc();
        }
        InstalledAgent.command("close");
        System.out.println("detached");
        client.start(start("last"));
        echo(channel);
        channel.shutdownNow();
        server.shutdownNow();
        System.exit(0);
    }

    private static int scheduleInterceptors() {
        return ChainRead.of("temporal/schedule-client", ScheduleClientOptions.getDefaultInstance(), List.of())
                .size();
    }

    private static void echo(ManagedChannel channel) {
        System.out.println("echo "
                + ClientCalls.blockingUnaryCall(channel, ECHO, CallOptions.DEFAULT, "say")
                        .length());
    }

    private static WorkflowClientCallsInterceptor.WorkflowStartInput start(String id) {
        return new WorkflowClientCallsInterceptor.WorkflowStartInput(
                id, "Type", Header.empty(), new Object[0], WorkflowOptions.getDefaultInstance());
    }

    private static WorkflowClientCallsInterceptor.CancelInput cancel() {
        return new WorkflowClientCallsInterceptor.CancelInput(WorkflowExecution.getDefaultInstance(), null);
    }
}
