package dev.heddle.benchmarks.start;

/** An application that meets neither Temporal nor gRPC. */
public final class HelloWorld {
    private HelloWorld() {}

    public static void main(String[] arguments) {
        PeakMemory.print();
    }
}
