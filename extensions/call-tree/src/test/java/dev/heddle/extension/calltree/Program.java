package dev.heddle.extension.calltree;

import dev.heddle.api.Category;
import dev.heddle.testing.FakeCall;
import dev.heddle.testing.FakeInterceptors;
import java.util.HashMap;
import java.util.Map;

/** A program with the extension that makes one call and exits; its arguments are settings, name and value in turn. */
final class Program {
    private Program() {}

    public static void main(String[] arguments) throws Throwable {
        Map<String, String> settings = new HashMap<>();
        for (int at = 0; at < arguments.length; at += 2) {
            settings.put(arguments[at], arguments[at + 1]);
        }
        FakeInterceptors interceptors = FakeInterceptors.of(new CallTree(), settings);
        FakeCall.of(Category.CLIENT, "start").with("name", "Order").through(interceptors, none -> null);
    }
}
