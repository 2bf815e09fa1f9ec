package dev.heddle.test.live;

import dev.heddle.agent.bootstrap.InstalledAgent;
import dev.heddle.test.ChainRead;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An application that calls and has its extensions changed as its arguments say, one after the other. */
public final class LiveApplication {
    private final Path folder;
    private final WorkflowClientCallsInterceptor client;

    /** What the chain ends in. */
    private static final class Library extends WorkflowClientCallsInterceptorBase {
        Library() {
            super(null);
        }

        @Override
        public WorkflowStartOutput start(WorkflowStartInput input) {
            return new WorkflowStartOutput(WorkflowExecution.getDefaultInstance());
        }
    }

    private LiveApplication(Path folder) {
        this.folder = folder;
        WorkflowClientInterceptor[] chain = ChainRead.of(
                "temporal/workflow-client",
                WorkflowClientOptions.getDefaultInstance(),
                new WorkflowClientInterceptor[0]);
        client = chain[0].workflowClientCallsInterceptor(new Library());
    }

    /** The folder, and what to do. */
    public static void main(String[] arguments) throws Exception {
        LiveApplication application = new LiveApplication(Path.of(arguments[0]));
        for (String line : Arrays.asList(arguments).subList(1, arguments.length)) {
            System.out.println("> " + line);
            application.obey(line.split(" "));
        }
        Runtime.getRuntime().halt(0);
    }

    private void obey(String... words) throws Exception {
        switch (words[0]) {
            case "call" -> call();
            case "overwrite" ->
                Files.write(
                        folder.resolve("live").resolve(words[2]),
                        Files.readAllBytes(folder.resolve("spare").resolve(words[1])),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING);
            case "delete" -> Files.delete(folder.resolve("live").resolve(words[1]));
            case "await" -> {
                while (System.getProperty("closed") == null) {
                    Thread.sleep(10);
                }
            }
            case "collect" -> collect();
            case "wait" -> Thread.sleep(Long.parseLong(words[1]));
            case "twice" -> twice(Arrays.copyOfRange(words, 1, words.length));
            default -> System.out.println(control(words));
        }
    }

    private void call() {
        System.setProperty("marks", "marks:");
        client.start(new WorkflowClientCallsInterceptor.WorkflowStartInput(
                "id", "Type", Header.empty(), new Object[0], WorkflowOptions.getDefaultInstance()));
        System.out.println(System.getProperty("marks"));
    }

    private static String control(String... words) throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>(Arrays.asList(words).subList(1, words.length));
        boolean force = arguments.remove("--force");
        arguments.add(force);
        return InstalledAgent.control(words[0], arguments.toArray());
    }

    private static void collect() throws InterruptedException {
        WeakReference<?> loader = (WeakReference<?>) System.getProperties().get("loader");
        while (loader.get() != null) {
            System.gc();
            Thread.sleep(10);
        }
        System.out.println("its class loader is gone");
    }

    private static void twice(String... words) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Thread thread = new Thread(() -> {
                try {
                    System.out.println(control(words));
                } catch (ReflectiveOperationException failure) {
                    failure.printStackTrace();
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
