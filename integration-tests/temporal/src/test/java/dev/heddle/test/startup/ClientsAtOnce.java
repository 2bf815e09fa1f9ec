package dev.heddle.test.startup;

import dev.heddle.test.ChainRead;
import io.temporal.client.WorkflowClientOptions;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** An application that makes its first clients on many threads at the same moment. */
public final class ClientsAtOnce {
    private static final int CLIENTS = 8;

    private ClientsAtOnce() {}

    public static void main(String[] arguments) throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        Thread[] threads = IntStream.range(0, CLIENTS)
                .mapToObj(i -> new Thread(() -> make(gate)))
                .toArray(Thread[]::new);
        for (Thread thread : threads) {
            thread.start();
        }
        gate.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void make(CountDownLatch gate) {
        WorkflowClientOptions options = WorkflowClientOptions.newBuilder().validateAndBuildWithDefaults();
        try {
            gate.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        int adapters = ChainRead.of("temporal/workflow-client", options, options.getInterceptors()).length;
        System.out.println("adapters: " + adapters);
    }
}
