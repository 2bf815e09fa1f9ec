package dev.heddle.agent.replay;

import dev.heddle.agent.replay.SdkReplay.Execution;
import dev.heddle.agent.replay.SdkReplay.ServerHistories;
import java.nio.file.Files;
import java.util.List;

/** The executions on a server that a plan names. */
final class HistoryServer implements HistorySource {
    private final ReplayPlan plan;
    private final ServerCalls calls;
    private final ServerHistories server;

    HistoryServer(ReplayPlan plan, ServerCalls calls, CaughtWorker worker) throws Exception {
        this.plan = plan;
        this.calls = calls;
        this.server = calls.reading(() -> worker.sdk().histories(worker.factory(), plan.address(), plan.namespace()));
    }

    @Override
    public List<Entry> entries() throws Exception {
        List<Execution> executions = plan.workflows().isEmpty()
                ? calls.reading(() -> server.find(plan.query() == null ? "" : plan.query(), plan.limit()))
                : plan.workflows().stream()
                        .map(workflow -> new Execution(workflow, null))
                        .toList();
        return executions.stream()
                .map(execution -> (Entry) new ServerEntry(execution))
                .toList();
    }

    private final class ServerEntry implements Entry {
        private final Execution execution;

        ServerEntry(Execution execution) {
            this.execution = execution;
        }

        @Override
        public String place() {
            return execution.toString();
        }

        /** By the SDK that has the connection. */
        @Override
        public History read(SdkReplay sdk) throws Exception {
            History history = calls.reading(() -> server.read(execution));
            if (plan.save() != null) {
                String name = history.place().replaceAll("[^\\w.-]", "_") + ".json";
                Files.writeString(plan.save().resolve(name), sdk.json(history));
            }
            return history;
        }
    }
}
