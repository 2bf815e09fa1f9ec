package dev.heddle.differential;

import io.grpc.netty.shaded.io.netty.channel.IoEventLoop;
import io.grpc.netty.shaded.io.netty.channel.IoHandlerFactory;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.SingleThreadIoEventLoop;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The event loop of all scripts, one after the other. Its timers run by the time of the script at hand. */
final class Loop extends SingleThreadIoEventLoop {
    private static volatile Group current;

    private volatile FakeTime time;
    private final Group group;

    private Loop(Group group, Executor executor, IoHandlerFactory factory) {
        super(group, executor, factory);
        this.group = group;
    }

    /** The loop, for a script with this time. */
    static Loop lend(FakeTime time) {
        if (current == null) {
            current = new Group();
        }
        Loop loop = (Loop) current.next();
        loop.time = time;
        return loop;
    }

    /** The next script gets another one, for this one is stuck. */
    static void abandon() {
        current = null;
    }

    Group group() {
        return group;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        // It is the real loop's timer, which never runs, that can be cancelled.
        ScheduledFuture<?> never = super.schedule(() -> {}, 10_000, TimeUnit.DAYS);
        FakeTime ofScript = time;
        if (ofScript != null) {
            ofScript.set(
                    task.getClass().getName(),
                    () -> {
                        if (never.cancel(false)) {
                            execute(task);
                        }
                        return null;
                    },
                    delay,
                    unit);
        }
        return never;
    }

    /** Its group, which has no other. */
    static final class Group extends MultiThreadIoEventLoopGroup {
        private Group() {
            super(1, Group::newThread, NioIoHandler.newFactory());
        }

        private static Thread newThread(Runnable body) {
            Thread thread = new Thread(body, "loop");
            thread.setDaemon(true);
            return thread;
        }

        @Override
        protected IoEventLoop newChild(Executor executor, IoHandlerFactory factory, Object... arguments) {
            return new Loop(this, executor, factory);
        }
    }
}
