package dev.heddle.agent.assemble.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Where held call-backs run if a version of grpc-java keeps its executor elsewhere: they run, one way or another. */
class LibraryExecutorTest {
    /** As the library's own type. */
    interface Pool<T> {
        T getObject();

        T returnObject(Object object);
    }

    private static class Owner {
        @SuppressWarnings("unused") // Read by reflection.
        private final Object executorPool;

        Owner(Object pool) {
            executorPool = pool;
        }
    }

    /** The field may be a superclass's. */
    private static final class Further extends Owner {
        Further(Object pool) {
            super(pool);
        }
    }

    private record Lending(Object lent, StringBuilder log) implements Pool<Object> {
        @Override
        public Object getObject() {
            log.append("lent ");
            return lent;
        }

        @Override
        public Object returnObject(Object object) {
            log.append("returned ");
            return null;
        }
    }

    private static String threadOf(Object owner) throws Exception {
        CompletableFuture<String> thread = new CompletableFuture<>();
        LibraryExecutor.of(owner)
                .execute(() -> thread.complete(Thread.currentThread().getName()));
        return thread.get(10, TimeUnit.SECONDS);
    }

    @Test
    void isTheLibrarysOwn() throws Exception {
        StringBuilder log = new StringBuilder();
        Executor own = callback -> {
            log.append("runs ");
            callback.run();
        };
        assertThat(threadOf(new Further(new Lending(own, log))))
                .isEqualTo(Thread.currentThread().getName());
        assertThat(log).hasToString("lent runs returned ");
    }

    @Test
    void isTheCommonPoolWithoutTheField() throws Exception {
        assertThat(threadOf(null)).startsWith("ForkJoinPool.commonPool");
        assertThat(threadOf(new Object())).startsWith("ForkJoinPool.commonPool");
    }

    @Test
    void isTheCommonPoolWhereTheFieldHoldsSomethingElse() throws Exception {
        Pool<Object> broken = new Pool<>() {
            @Override
            public Object getObject() {
                throw new IllegalStateException("not open");
            }

            @Override
            public Object returnObject(Object object) {
                throw new IllegalStateException("not open");
            }
        };
        for (Object pool : new Object[] {null, "text", broken, new Lending("text", new StringBuilder())}) {
            assertThat(threadOf(new Owner(pool))).startsWith("ForkJoinPool.commonPool");
        }
    }

    @Test
    void isTheCommonPoolWhereTheLibrarysOwnDoesNotTakeIt() throws Exception {
        Executor ofItsOwnThreads = callback -> {
            throw new NullPointerException("not one of mine");
        };
        StringBuilder log = new StringBuilder();
        assertThat(threadOf(new Owner(new Lending(ofItsOwnThreads, log)))).startsWith("ForkJoinPool.commonPool");
        assertThat(log).hasToString("lent returned ");
    }

    /** It has run, and does not run again. */
    @Test
    void whatTheCallbackThrowsPasses() {
        Executor direct = Runnable::run;
        AtomicInteger runs = new AtomicInteger();
        Executor executor = LibraryExecutor.of(new Owner(new Lending(direct, new StringBuilder())));
        assertThatThrownBy(() -> executor.execute(() -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException("the application's");
                }))
                .hasMessage("the application's");
        assertThat(runs).hasValue(1);
    }

    @Test
    void isTheCommonPoolWhereTheModuleIsClosed() throws Exception {
        // No field of the JDK's opens to us.
        assertThat(threadOf(new Thread())).startsWith("ForkJoinPool.commonPool");
    }
}
