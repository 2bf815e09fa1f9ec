package dev.heddle.neighbours;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A gRPC call that starts a workflow, which makes a span itself and has an activity ask a database. Its worker keeps no
 * workflow in its cache, so each task replays what was before.
 */
public final class TracedShop {
    private static final String QUEUE = "shop";
    private static final MethodDescriptor<String, String> ORDER = MethodDescriptor.<String, String>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName("shop.Front/Order")
            .setRequestMarshaller(new Text())
            .setResponseMarshaller(new Text())
            .build();

    private TracedShop() {}

    /** The workflow. */
    @WorkflowInterface
    public interface Order {
        @WorkflowMethod
        String run(String what);
    }

    /** Its activity. */
    @ActivityInterface
    public interface Stock {
        int count(String what);
    }

    /** Counts twice. */
    public static final class OrderImpl implements Order {
        private final Stock stock = Workflow.newActivityStub(
                Stock.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .build());

        @Override
        public String run(String what) {
            Span span = GlobalOpenTelemetry.getTracer("shop")
                    .spanBuilder("count twice")
                    .startSpan();
            try (Scope current = span.makeCurrent()) {
                return stock.count(what) + " and " + stock.count(what);
            } finally {
                span.end();
            }
        }
    }

    /** Asks a database in memory. */
    public static final class StockImpl implements Stock {
        @Override
        public int count(String what) {
            try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:shop");
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("SELECT 2")) {
                found.next();
                return found.getInt(1);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    /** Of requests and responses. */
    private static final class Text implements MethodDescriptor.Marshaller<String> {
        @Override
        public InputStream stream(String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String parse(InputStream bytes) {
            try {
                return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Prints the answer. */
    public static void main(String[] arguments) throws Exception {
        TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setUseTimeskipping(false)
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkflowCacheSize(0)
                        .build())
                .build());
        Worker worker = environment.newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(OrderImpl.class);
        worker.registerActivitiesImplementations(new StockImpl());
        environment.start();
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Server server = NettyServerBuilder.forAddress(any)
                .addService(front(environment.getWorkflowClient()))
                .build()
                .start();
        ManagedChannel channel = NettyChannelBuilder.forAddress(any.getAddress().getHostAddress(), server.getPort())
                .usePlaintext()
                .build();
        System.out.println("counted " + ClientCalls.blockingUnaryCall(channel, ORDER, CallOptions.DEFAULT, "shoes"));
        channel.shutdownNow();
        server.shutdownNow();
        // Idle threads would keep the JVM for another minute.
        System.exit(0);
    }

    private static ServerServiceDefinition front(WorkflowClient client) {
        return ServerServiceDefinition.builder("shop.Front")
                .addMethod(ORDER, ServerCalls.asyncUnaryCall((what, answer) -> {
                    Order order = client.newWorkflowStub(
                            Order.class,
                            WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
                    answer.onNext(order.run(what));
                    answer.onCompleted();
                }))
                .build();
    }
}
