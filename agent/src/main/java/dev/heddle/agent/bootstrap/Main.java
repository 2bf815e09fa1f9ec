package dev.heddle.agent.bootstrap;

/** What {@code java -jar heddle-agent.jar} runs: says what this is, and how it is used. For Java 8 too. */
public final class Main {
    private Main() {}

    /** Prints it. */
    public static void main(String[] arguments) {
        String version = Main.class.getPackage().getImplementationVersion();
        System.out.println("Heddle " + version + ", a Java agent for Temporal and gRPC applications");
        System.out.println();
        System.out.println("  java -javaagent:heddle-agent.jar -jar application.jar");
        System.out.println();
        System.out.println("It runs every call of the application through the extensions in the folder \"extensions\"");
        System.out.println("beside this file, or in those that -Dheddle.extensions=FOLDER names.");
    }
}
