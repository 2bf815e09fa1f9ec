package dev.heddle.agent.replay.temporal;

import dev.heddle.agent.replay.History;
import dev.heddle.agent.replay.SdkReplay;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A replay by one application's SDK: of its methods those that all its versions have are called, others are looked for. */
public final class TemporalReplay implements SdkReplay {
    private final HistoryReader reader;
    private final Method replay;

    /** Called by the room above. */
    public TemporalReplay(ClassLoader sdk) throws ReflectiveOperationException {
        reader = new HistoryReader(sdk);
        replay = replayOf(reader.type());
    }

    /** That of the very type from 1.33 on; it is the plugins' too. */
    private static Method replayOf(Class<?> historyType) throws NoSuchMethodException {
        Method found = null;
        for (Method method : Worker.class.getMethods()) {
            if (method.getName().equals("replayWorkflowExecution") && method.getParameterCount() == 1) {
                Class<?> type = method.getParameterTypes()[0];
                if (type == historyType || found == null && type.isAssignableFrom(historyType)) {
                    found = method;
                }
            }
        }
        if (found == null) {
            throw new NoSuchMethodException("this version of Temporal's SDK replays no " + historyType.getName());
        }
        return found;
    }

    @Override
    public boolean isStarted(Object factory) {
        return ((WorkerFactory) factory).isStarted();
    }

    @Override
    public void askServer(Object factory) {
        new ServerReader(stubs(factory), namespace(factory)).ask();
    }

    @Override
    public String taskQueue(Object worker) {
        return ((Worker) worker).getTaskQueue();
    }

    @Override
    public History read(String place, String json) throws Exception {
        return reader.read(place, json);
    }

    @Override
    public String json(History history) throws Exception {
        return HistoryReader.json(history);
    }

    @Override
    public void replay(Object worker, History history) throws Throwable {
        try {
            replay.invoke(worker, reader.ofSdk(history));
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public ServerHistories histories(Object factory, String address, String namespace) throws Exception {
        ServerReader server = new ServerReader(
                address == null ? stubs(factory) : ServiceStubs.plain(address),
                namespace == null ? namespace(factory) : namespace);
        server.ask();
        return server;
    }

    private static WorkflowServiceStubs stubs(Object factory) {
        return client(factory).getWorkflowServiceStubs();
    }

    private static String namespace(Object factory) {
        return client(factory).getOptions().getNamespace();
    }

    private static WorkflowClient client(Object factory) {
        return ((WorkerFactory) factory).getWorkflowClient();
    }
}
