package dev.heddle.agent.replay;

import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.bootstrap.Premain;
import dev.heddle.agent.control.Agent;
import dev.heddle.agent.control.RunningAgent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/** Starts the agent in a JVM that {@code replay} has started, before the application's {@code main}. */
public final class ReplayStart extends Agent {
    @Override
    public void accept(String argument, Instrumentation instrumentation) {
        RunningAgent agent = install(argument, instrumentation);
        if (agent == null) {
            System.err.println("ERROR heddle - nothing can be replayed, because heddle.enabled is false");
            return;
        }
        AgentLoader loader = (AgentLoader) ReplayStart.class.getClassLoader();
        Path folder = Path.of(System.getProperty(Premain.REPLAY));
        ServerCalls calls = new ServerCalls();
        CaughtWorkers workers = new CaughtWorkers();
        try {
            ReplayPlan plan = ReplayPlan.read(folder);
            loader.connect(new ReplayHook(agent, new Rooms(loader, calls), calls, workers));
            Thread replay = new Thread(
                    new ReplayRun(plan, new ReplayFiles(folder), workers, calls, loader.version()), "heddle-replay");
            // An application that ends before it has a worker is not kept.
            replay.setDaemon(true);
            replay.start();
        } catch (IOException unreadable) {
            loader.connect(null);
            throw new UncheckedIOException(unreadable);
        } catch (RuntimeException | Error failure) {
            loader.connect(null);
            throw failure;
        }
    }
}
