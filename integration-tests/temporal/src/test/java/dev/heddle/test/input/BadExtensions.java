package dev.heddle.test.input;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Extensions with the mistakes that authors make. */
final class BadExtensions {
    private BadExtensions() {}

    public static final class ThrowsErrorWhenMade extends Silent {
        public ThrowsErrorWhenMade() {
            throw new StackOverflowError("too deep\nby far");
        }
    }

    public static final class ThrowsWhenMade extends Silent {
        public ThrowsWhenMade() {
            throw new IllegalStateException("not now");
        }
    }

    public static final class ThrowsErrorWhenRegistered implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            throw new AssertionError("never");
        }
    }

    public static final class LacksLibrary implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            throw new NoClassDefFoundError("com/example/Library");
        }
    }

    public static final class HasWrongSetting implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            settings.get("limit", 3);
        }
    }

    public static final class NeedsArgument extends Silent {
        public NeedsArgument(String argument) {}
    }

    /** Implements no extension. */
    public static final class Stranger {}

    /** Packed with each, as a library of its own. */
    public static class Silent implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {}
    }
}
