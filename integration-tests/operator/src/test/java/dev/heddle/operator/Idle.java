package dev.heddle.operator;

/** An application without Temporal and gRPC, which ends with its input. */
public final class Idle {
    private Idle() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("idle");
        while (System.in.read() >= 0) {
            // Whatever it is told, it stays.
        }
    }
}
