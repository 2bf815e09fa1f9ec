package greetings;

import java.util.concurrent.TimeUnit;

/** The client's side of the service: calls each method once and prints what comes of it. */
public final class Visitor {
    private Visitor() {}

    /** Calls. */
    public static void visit(GreeterGrpc.GreeterBlockingStub greeter) {
        Name ada = Name.newBuilder().setText("Ada").build();
        // Limited, should a call be lost; a machine that does other things needs its time.
        GreeterGrpc.GreeterBlockingStub limited = greeter.withDeadlineAfter(2, TimeUnit.MINUTES);
        System.out.println("application: " + limited.greet(ada).getText());
        limited.greetLetters(ada)
                .forEachRemaining(greeting -> System.out.println("application: " + greeting.getText()));
    }
}
