package dev.heddle.testing.fake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Scopes that are open while a fake call goes on. A failure of one fails the test. */
final class FakeScopes implements AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private FakeScopes() {}

    static FakeScopes open(List<Supplier<? extends AutoCloseable>> scopes) {
        FakeScopes open = new FakeScopes();
        for (Supplier<? extends AutoCloseable> scope : scopes) {
            AutoCloseable closing = scope.get();
            open.opened.push(closing == null ? () -> {} : closing);
        }
        return open;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception accident) {
                throw new AssertionError("a scope failed to close", accident);
            }
        }
    }
}
