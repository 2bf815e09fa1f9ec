package dev.heddle.benchmarks.growth;

import dev.heddle.benchmarks.GrpcSetup;
import dev.heddle.benchmarks.Processor;
import dev.heddle.benchmarks.call.Echo;
import dev.heddle.benchmarks.call.Transport;
import io.grpc.CallOptions;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/** A JVM with more and more applications, each in a loader of its own and with gRPC of its own: {@code LoaderGrowth POINT…}. */
public final class LoaderGrowth {
    private static final List<AutoCloseable> ALIVE = new ArrayList<>();

    private LoaderGrowth() {}

    /** One application: its main thread makes a server and a client, and both stay. */
    public static final class Hosted implements Runnable, AutoCloseable {
        private GrpcSetup setup;

        @Override
        public void run() {
            try {
                setup = GrpcSetup.start(Transport.DIRECT);
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
            ClientCalls.blockingUnaryCall(setup.channel(), Echo.ONE, CallOptions.DEFAULT, new byte[100]);
        }

        @Override
        public void close() {
            setup.server().shutdownNow();
        }
    }

    public static void main(String[] arguments) throws Exception {
        // What the first alone costs, such as the JDK's classes, is no growth.
        host();
        long memory = Heap.usedWithClasses();
        int hosted = 0;
        for (int point : Point.parse(arguments, 0)) {
            long cpu = Processor.nanoseconds();
            for (int i = hosted; i < point; i++) {
                host();
            }
            long spent = Processor.nanoseconds() - cpu;
            Point.say(point, (double) spent / (point - hosted), (double) (Heap.usedWithClasses() - memory) / point);
            hosted = point;
        }
        Runtime.getRuntime().halt(0);
    }

    private static void host() throws Exception {
        URLClassLoader loader = new ApplicationLoader();
        Runnable application = (Runnable) loader.loadClass(Hosted.class.getName())
                .getDeclaredConstructor()
                .newInstance();
        application.run();
        ALIVE.add((AutoCloseable) application);
    }
}
