package dev.heddle.realserver.peers;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.MDC;

/**
 * A worker of Java, which is a client too, and knows nothing of Heddle. Its arguments are the server's address, its task queue and
 * what it says in each call. It makes a visit for each line of its input, {@code TYPE QUEUE ID USER OTHER PEER PEER-QUEUE},
 * or plans an errand, {@code plan TYPE QUEUE ID USER ENDPOINT}, where a user is {@code -} for nobody, and prints what has been
 * noted on it, as a line that begins with {@code visited}. Ends with its input.
 */
public final class JavaPeer {
    private JavaPeer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        WorkflowServiceStubs service = WorkflowServiceStubs.newConnectedServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(arguments[0]).build(), Duration.ofMinutes(1));
        WorkflowClient client = WorkflowClient.newInstance(service);
        WorkerFactory factory = WorkerFactory.newInstance(client);
        Worker worker = factory.newWorker(arguments[1]);
        worker.registerWorkflowImplementationTypes(Visits.WORKFLOWS);
        worker.registerWorkflowImplementationTypes(Errands.WORKFLOWS);
        worker.registerWorkflowImplementationTypes(Places.Tour.class);
        worker.registerActivitiesImplementations((Visits.Look) Visits::look, (Places.Steps) Places::refuse);
        worker.registerNexusServiceImplementation(new Errands.JavaCounter());
        factory.start();
        System.out.println("ready");
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = input.readLine()) != null; ) {
            String[] words = line.split(" ");
            List<String> seen =
                    words[0].equals("plan") ? plan(client, arguments[2], words) : visit(client, arguments[2], words);
            System.out.println("visited " + String.join(" ", seen));
        }
        factory.shutdownNow();
        service.shutdownNow();
        System.exit(0);
    }

    @SuppressWarnings("unchecked")
    private static List<String> visit(WorkflowClient client, String greeting, String... words) {
        WorkflowStub visited = client.newUntypedWorkflowStub(
                words[0],
                WorkflowOptions.newBuilder()
                        .setTaskQueue(words[1])
                        .setWorkflowId(words[2])
                        .build());
        begin(words[3]);
        visited.start(words[5], words[6], greeting);
        begin(words[4]);
        if (!visited.update("change", String.class, greeting).equals(greeting)) {
            throw new IllegalStateException("the update has answered something else");
        }
        List<String> seen = new ArrayList<>(List.of(visited.query("state", String.class, greeting)));
        visited.signal("note", greeting);
        seen.addAll(visited.getResult(List.class));
        return seen;
    }

    private static List<String> plan(WorkflowClient client, String greeting, String... words)
            throws InterruptedException {
        begin(words[4]);
        return Planner.plan(client, words[1], words[2], words[3], words[5], greeting);
    }

    private static void begin(String user) {
        if (user.equals("-")) {
            MDC.remove(Visits.USER);
        } else {
            MDC.put(Visits.USER, user);
        }
    }
}
