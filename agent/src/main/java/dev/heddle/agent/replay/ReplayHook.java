package dev.heddle.agent.replay;

import dev.heddle.agent.bootstrap.Hook;
import dev.heddle.agent.control.RunningAgent;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers woven code in a replay: first as the agent does, so that the application's workers have the chains that they
 * will have, then with what stands in for the server, and catches the workers. Whatever fails here the application is to
 * get, for without it its calls would reach a server.
 */
final class ReplayHook extends Hook {
    private final RunningAgent agent;
    private final Rooms rooms;
    private final ServerCalls calls;
    private final CaughtWorkers workers;

    ReplayHook(RunningAgent agent, Rooms rooms, ServerCalls calls, CaughtWorkers workers) {
        this.agent = agent;
        this.rooms = rooms;
        this.calls = calls;
        this.workers = workers;
    }

    @Override
    public Error tell(Object target, Object argument, String site, Class<?> woven) {
        return agent.tell(target, argument, site, woven);
    }

    @Override
    public CallSite telling(MethodHandles.Lookup caller, String name, MethodType type, String site, Object[] own)
            throws ReflectiveOperationException {
        return agent.telling(caller, name, type, site, own);
    }

    @Override
    public Object answer(String point, Class<?> woven, Object owner, Object value) {
        Object answer = agent.answer(point, woven, owner, value);
        if (answer instanceof Throwable) {
            return answer;
        }
        try {
            return switch (point) {
                case "grpc/channel", "temporal-grpc/channel" -> standIn(point, woven, (List<?>) answer);
                case "temporal/begin/workflow-client" -> requireStandIn(answer);
                case "temporal/made/worker" -> caught(point, woven, owner, answer);
                default -> answer;
            };
        } catch (ReflectiveOperationException | RuntimeException | LinkageError failure) {
            return new IllegalStateException("Heddle cannot replay this application: " + failure, failure);
        }
    }

    /** First in the list, so that the interceptors of all others see their calls as ever. */
    private List<?> standIn(String point, Class<?> woven, List<?> interceptors) throws ReflectiveOperationException {
        List<Object> extended = new ArrayList<>(interceptors);
        if (extended.isEmpty() || !rooms.isStandIn(extended.get(0))) {
            extended.add(0, rooms.standIn(point, woven.getClassLoader()));
        }
        return extended;
    }

    private Object requireStandIn(Object value) {
        return rooms.haveStandIn()
                ? value
                : new IllegalStateException("Heddle cannot replay this application: its channel to the server is made"
                        + " where Heddle does not look, so that its calls would be sent");
    }

    private Object caught(String point, Class<?> woven, Object factory, Object worker)
            throws ReflectiveOperationException {
        SdkReplay sdk = rooms.sdk(point, woven.getClassLoader());
        if (!calls.seenOf(() -> sdk.askServer(factory))) {
            return new IllegalStateException("Heddle cannot replay this application: the channel of its worker is made"
                    + " where Heddle does not look, so that it would ask the server for tasks");
        }
        workers.add(
                new CaughtWorker(factory, worker, sdk, Thread.currentThread().getContextClassLoader(), agent::explain));
        return worker;
    }
}
