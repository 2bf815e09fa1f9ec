package dev.heddle.extension.calltree;

import dev.heddle.api.Category;
import dev.heddle.testing.fake.FakeCall;
import dev.heddle.testing.fake.FakeInterceptors;
import java.util.HashMap;
import java.util.Map;

/** A program with the extension that makes one call and closes it; its arguments are settings, name and value in turn. */
final class Program {
    private Program() {}

    public static void main(String[] arguments) throws Throwable {
        Map<String, String> settings = new HashMap<>();
        for (int at = 0; at < arguments.length; at += 2) {
            settings.put(arguments[at], arguments[at + 1]);
        }
        CallTree tree = new CallTree();
        FakeInterceptors interceptors = FakeInterceptors.of(tree, settings);
        FakeCall.of(Category.CLIENT, "start").with("name", "Order").through(interceptors, none -> null);
        tree.close();
    }
}
