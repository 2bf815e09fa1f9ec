package greetings.micronaut;

import io.micronaut.runtime.Micronaut;

/** Runs until it has been visited. */
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {
        Micronaut.run(Application.class, arguments);
    }
}
