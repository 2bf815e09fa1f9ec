package dev.heddle.differential;

import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.channel.ServerChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * The connections of one script over loopback, and when they are at rest. Both ends of each live on one event loop, whose
 * timers run by the script's time.
 */
final class Wire {
    private final World world;
    private final Loop loop;
    // Of the event loop.
    private final List<Socket> clients = new ArrayList<>();
    private final Map<Integer, Socket> servers = new HashMap<>();

    Wire(World world) {
        this.world = world;
        this.loop = Loop.lend(world.time());
    }

    Loop.Group group() {
        return loop.group();
    }

    Channel newClient() {
        Socket socket = new Socket();
        clients.add(socket);
        return socket;
    }

    ServerChannel newServer() {
        return new Socket.Server(
                accepted -> servers.put(accepted.remoteAddress().getPort(), accepted));
    }

    boolean isLoopThread() {
        return loop.inEventLoop();
    }

    /** Waits until nothing moves any more; not on the event loop itself, which has to go on for that. */
    void settle() {
        if (isLoopThread()) {
            return;
        }
        Callable<Boolean> question = this::atRest;
        Patience patience = new Patience();
        Future<Boolean> answer = loop.submit(question);
        while (!answer.awaitUninterruptibly(Patience.STEP, TimeUnit.NANOSECONDS) || !answer.getNow()) {
            if (patience.isOver()) {
                Loop.abandon();
                world.stuck("the network");
                return;
            }
            if (answer.isDone()) {
                answer = loop.submit(question);
            }
        }
    }

    /** Runs something on the event loop, and waits for it. */
    void run(Runnable body) {
        if (isLoopThread()) {
            body.run();
        } else {
            loop.submit(body).awaitUninterruptibly(30, TimeUnit.SECONDS);
        }
    }

    private boolean atRest() {
        if (loop.pendingTasks() > 0) {
            return false;
        }
        for (Socket client : clients) {
            if (!client.closed() && !client.isActive()) {
                return false;
            }
            Socket server = client.port() == 0 ? null : servers.get(client.port());
            if (server == null ? !client.closed() : !atRest(client, server)) {
                return false;
            }
        }
        return true;
    }

    private static boolean atRest(Socket one, Socket other) {
        return one.closed() || other.closed()
                ? one.closed() && other.closed()
                : one.bytesWritten() == other.bytesRead() && other.bytesWritten() == one.bytesRead();
    }
}
