package acme.guest;

import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.io.File;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs visits of classes that are not on its class path as such. */
public final class GuestApplication {
    private static final String QUEUE = "guests";

    private GuestApplication() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "groovy" -> visit(groovy(arguments[1]));
            case "child-first" -> visit(childFirst(Path.of(arguments[1]).toUri().toURL(), Visitor.class.getName()));
            default -> aWholeApplication(arguments[0], arguments[1]);
        }
        System.exit(0);
    }

    /** Compiled as it runs. */
    private static Class<?> groovy(String resource) throws Exception {
        GroovyClassLoader loader = new GroovyClassLoader(GuestApplication.class.getClassLoader());
        return loader.parseClass(new GroovyCodeSource(GuestApplication.class.getResource(resource)));
    }

    /** Loaded before a worker knows of it. */
    private static Class<?> childFirst(URL jar, String name) throws Exception {
        ClassLoader loader = new ChildFirst(new URL[] {jar}, GuestApplication.class.getClassLoader());
        return Class.forName(name, true, loader);
    }

    /** With the SDK, and all others, once more. */
    private static void aWholeApplication(String main, String argument) throws Exception {
        List<URL> places = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            places.add(Path.of(place).toUri().toURL());
        }
        ClassLoader loader = new ChildFirst(places.toArray(new URL[0]), GuestApplication.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        Class.forName(main, true, loader).getMethod("main", String[].class).invoke(null, (Object)
                new String[] {argument});
    }

    private static void visit(Class<?> type) {
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            Worker worker = environment.newWorker(QUEUE);
            worker.registerWorkflowImplementationTypes(type);
            environment.start();
            WorkflowClient client = environment.getWorkflowClient();
            for (String name : Stream.of("Ann", "Bob").toList()) {
                Visits visit = client.newWorkflowStub(
                        Visits.class,
                        WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
                WorkflowClient.start(visit::visit, name);
                System.out.println("answer " + WorkflowStub.fromTyped(visit).getResult(String.class));
                System.out.println("state " + visit.state());
            }
        }
    }
}
