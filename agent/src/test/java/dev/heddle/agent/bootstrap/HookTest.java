package dev.heddle.agent.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever the agent throws, the library gets what it had, unless it was meant for the application. */
class HookTest {
    private final Object value = new Object();

    @AfterEach
    void disconnect() {
        Hook.connect(null);
    }

    private static void connect(Supplier<Throwable> failure) {
        Hook.connect(new Hook() {
            @Override
            public Object answer(String point, Class<?> woven, Object owner, Object offered) {
                throw HookTest.<RuntimeException>asItIs(failure.get());
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asItIs(Throwable failure) throws T {
        throw (T) failure;
    }

    private Object extend() {
        return Hook.extend("library/point", HookTest.class, this, value);
    }

    @Test
    void withoutAnAgentAllStaysAsItIs() {
        assertThat(extend()).isSameAs(value);
    }

    @Test
    void anAccidentLeavesTheValueAndIsToldOnce() {
        PrintStream stderr = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true));
        try {
            connect(() -> new NoClassDefFoundError("dev/heddle/agent/Gone"));
            assertThat(extend()).isSameAs(value);
            assertThat(extend()).isSameAs(value);
        } finally {
            System.setErr(stderr);
        }
        assertThat(printed.toString().lines())
                .singleElement()
                .isEqualTo("ERROR heddle - the agent failed at library/point, which is not intercepted; further such "
                        + "failures are not told: java.lang.NoClassDefFoundError: dev/heddle/agent/Gone");
    }

    @Test
    void noKindOfAccidentGetsOut() {
        PrintStream stderr = System.err;
        System.setErr(new PrintStream(PrintStream.nullOutputStream()));
        try {
            for (Throwable accident : new Throwable[] {
                new IllegalStateException(), new StackOverflowError(), new OutOfMemoryError(), new IOException()
            }) {
                connect(() -> accident);
                assertThat(extend()).isSameAs(value);
            }
        } finally {
            System.setErr(stderr);
        }
    }

    @Test
    void aRefusalIsTheVeryExceptionThatWasMeant() {
        IOException meant = new IOException("no");
        Hook.connect(new Hook() {
            @Override
            public Object answer(String point, Class<?> woven, Object owner, Object offered) {
                return meant;
            }
        });
        assertThatThrownBy(this::extend).isSameAs(meant);
    }
}
