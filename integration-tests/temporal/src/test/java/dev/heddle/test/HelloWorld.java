package dev.heddle.test;

/** An application without Temporal. */
public final class HelloWorld {
    private HelloWorld() {}

    public static void main(String[] arguments) {
        System.out.println("application: hello");
    }

    /** A JVM with nothing but this on its class path. */
    public static ForkedJvm fork() {
        return new ForkedJvm()
                .classPath(HelloWorld.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath());
    }
}
