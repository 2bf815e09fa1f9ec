package dev.heddle.test;

/** An application without Temporal. */
public final class HelloWorld {
    private HelloWorld() {}

    public static void main(String[] arguments) {
        System.out.println("application: hello");
    }
}
