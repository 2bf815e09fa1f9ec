package sample.options;

import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.WorkerFactory;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;

/**
 * An application that prints what the getters of all options of its SDK say, on their own and after clients and workers
 * were made of them, so that a test can compare what it reads with an agent and without.
 */
public final class Application {
    private Application() {}

    /**
     * Runs to the end, or ends with 1.
     *
     * @param arguments the address of a server that agrees to everything
     */
    public static void main(String[] arguments) {
        try {
            for (String name : optionsOf(WorkflowClient.class)) {
                OptionsClass type = OptionsClass.of(name);
                if (type != null) {
                    type.print("made");
                }
            }
            use(sample.temporal.Application.connect(arguments[0]));
        } catch (Throwable failure) {
            failure.printStackTrace(System.out);
            System.exit(1);
        }
        System.exit(0);
    }

    /** The names of the classes of options in the JAR of a class. */
    private static List<String> optionsOf(Class<?> ofSdk) throws IOException {
        File file = new File(
                ofSdk.getProtectionDomain().getCodeSource().getLocation().getPath());
        List<String> names = new ArrayList<>();
        try (JarFile jar = new JarFile(file)) {
            jar.stream()
                    .map(entry -> entry.getName())
                    .filter(entry -> entry.matches("io/temporal/\\w[\\w/]*Options\\.class"))
                    .filter(entry -> !entry.contains("/internal/"))
                    .forEach(entry -> names.add(entry.substring(0, entry.length() - ".class".length())
                            .replace('/', '.')));
        }
        Collections.sort(names);
        return names;
    }

    /** Makes what reads options of each kind, then prints these options, and those that what was made hands out. */
    private static void use(WorkflowServiceStubs stubs) throws ReflectiveOperationException {
        OptionsClass client = OptionsClass.of("io.temporal.client.WorkflowClientOptions");
        WorkflowClient made = (WorkflowClient) client.make("io.temporal.client.WorkflowClient", stubs);
        client.print("used");
        new Getters(made.getOptions()).print("WorkflowClient.getOptions()");
        OptionsClass worker = OptionsClass.of("io.temporal.worker.WorkerFactoryOptions");
        WorkerFactory factory = (WorkerFactory) worker.make("io.temporal.worker.WorkerFactory", made);
        factory.newWorker("queue");
        worker.print("used");
        for (String kind : new String[] {"schedules.Schedule", "Activity", "Nexus"}) {
            OptionsClass other = OptionsClass.of("io.temporal.client." + kind + "ClientOptions");
            if (other != null) {
                other.make("io.temporal.client." + kind + "Client", stubs);
                other.print("used");
            }
        }
    }
}
