package dev.heddle.differential;

/**
 * What may go on besides the one thread that is at work: the network, executors, callers that wait. Nothing of it does
 * until it is told to, and who tells it waits for it.
 */
final class Flow {
    private final World world;
    private final Setup setup;
    private final Wire wire;
    private final Gate channel;
    private final Gate server;
    private final Gate call;
    private final ThreadLocal<Integer> inServer = ThreadLocal.withInitial(() -> 0);

    Flow(World world) {
        this.world = world;
        this.setup = world.setup();
        this.wire = setup.netty() ? new Wire(world) : null;
        this.channel = new Gate(world, "channel");
        this.server = new Gate(world, "server");
        this.call = new Gate(world, "call");
    }

    /** Connections over loopback, {@code null} in process. */
    Wire wire() {
        return wire;
    }

    /** The channel's executor. */
    Gate channel() {
        return channel;
    }

    /** The server's executor. */
    Gate server() {
        return server;
    }

    /** The executor of calls with one of their own. */
    Gate call() {
        return call;
    }

    /** Whether the current thread may wait for another one: it is not the network's, and the library holds no lock. */
    boolean mayWait() {
        return wire != null ? !wire.isLoopThread() : !setup.serverHoldsLock() || inServer.get() == 0;
    }

    /** Runs code of the server, which the library may do while it holds a lock. */
    void inServer(Runnable body) {
        int before = inServer.get();
        inServer.set(before + 1);
        try {
            body.run();
        } finally {
            inServer.set(before);
        }
    }

    /** Does something on a thread of a role, or on this one where it may not wait. */
    void on(String role, Object what, Runnable body) {
        if (setup.oneThread() || !mayWait()) {
            body.run();
        } else if (!Workers.run(role, body)) {
            world.stuck(what);
        }
    }

    /**
     * Does something that makes the library do several things at once, which over a network it does on the event loop, so
     * that what comes of the first does not race against the next.
     */
    void onNetwork(Runnable body) {
        if (wire == null) {
            body.run();
        } else {
            wire.run(body);
        }
    }

    /** Lets the network come to rest. */
    void rest() {
        if (wire != null && !world.isStuck()) {
            wire.settle();
        }
    }

    /** After something has happened: what does not wait for the script to say so. */
    void pace() {
        rest();
        boolean moved = mayWait();
        while (moved && !world.isStuck()) {
            moved = setup.serverRuns() == Runs.EAGER && server.drain();
            if (setup.channelRuns() == Runs.EAGER) {
                moved |= channel.drain() | call.drain();
            }
            if (setup.channelRuns() != Runs.QUEUED) {
                moved |= world.settleCallers();
            }
            rest();
        }
    }

    /** Everything, until nothing is left to do. */
    void settle() {
        boolean moved = true;
        while (moved && !world.isStuck()) {
            rest();
            moved = server.drain() | channel.drain() | call.drain() | world.settleCallers();
        }
    }

    /** What a step says, if this thread may wait for it. */
    void run(Verb which) {
        if (mayWait()) {
            switch (which) {
                case RUN_CHANNEL -> channel.drain();
                case RUN_SERVER -> server.drain();
                case RUN_CALL -> call.drain();
                default -> settle();
            }
        }
    }
}
