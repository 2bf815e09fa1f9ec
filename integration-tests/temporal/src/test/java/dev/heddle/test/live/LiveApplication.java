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
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** An application that calls and has its extensions changed as its arguments say, one after the other. */
public final class LiveApplication {
    private final Path folder;
    private final WorkflowClientCallsInterceptor client;
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicReference<CountDownLatch> held = new AtomicReference<>();
    private Thread holding;

    /** What the chain ends in. */
    private final class Library extends WorkflowClientCallsInterceptorBase {
        Library() {
            super(null);
        }

        /** Takes its time where a call is to be under way. */
        @Override
        public WorkflowStartOutput start(WorkflowStartInput input) {
            CountDownLatch release = held.getAndSet(null);
            if (release != null) {
                try {
                    inside.countDown();
                    release.await();
                } catch (InterruptedException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
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
            case "settle" -> settle();
            case "until" -> until(words[1]);
            case "property" -> System.setProperty(words[1], words[2]);
            case "half" -> half(words[1], words[2]);
            case "configure" -> Files.writeString(folder.resolve("heddle.properties"), words[1]);
            case "swap" -> swap(words[1]);
            case "begin" -> begin();
            case "finish" -> {
                release.countDown();
                holding.join();
            }
            case "wait" -> Thread.sleep(Long.parseLong(words[1]));
            case "together" -> together(Arrays.asList(words).subList(1, words.length));
            default -> System.out.println(control(words));
        }
    }

    private void call() {
        System.out.println("marks:" + marks());
    }

    /** Has a call be under way, in the library. */
    private void begin() throws InterruptedException {
        held.set(release);
        holding = new Thread(() -> {
            marks();
            System.out.println("the call that was under way has ended");
        });
        holding.start();
        inside.await();
    }

    private String marks() {
        System.setProperty("marks", "");
        client.start(new WorkflowClientCallsInterceptor.WorkflowStartInput(
                "id", "Type", Header.empty(), new Object[0], WorkflowOptions.getDefaultInstance()));
        return System.getProperty("marks");
    }

    /** Calls until these are the marks, with a plus sign between them. */
    private void until(String marks) throws InterruptedException {
        for (int i = 0; i < 3000 && !marks().strip().replace(' ', '+').equals(marks); i++) {
            Thread.sleep(20);
        }
        call();
    }

    /** Copies one half of a JAR, and the other when everybody has had time to see that. */
    private void half(String from, String to) throws Exception {
        byte[] jar = Files.readAllBytes(folder.resolve("spare").resolve(from));
        Path file = folder.resolve("live").resolve(to);
        Files.write(file, Arrays.copyOf(jar, jar.length / 2));
        Thread.sleep(2500);
        call();
        Files.write(file, jar);
    }

    /** Has the link {@code ..data} of the folder lead elsewhere, at once, as Kubernetes does. */
    private void swap(String target) throws Exception {
        Path next = Files.createSymbolicLink(folder.resolve("live/..next"), Path.of(target));
        Files.move(next, folder.resolve("live/..data"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String control(String... words) throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>(Arrays.asList(words).subList(1, words.length));
        boolean force = arguments.remove("--force");
        arguments.add(force);
        return InstalledAgent.control(words[0], arguments.toArray());
    }

    /** Until nobody closes an extension any more. */
    private static void settle() throws InterruptedException {
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("heddle-retire"))) {
            Thread.sleep(10);
        }
    }

    private static void collect() throws InterruptedException {
        WeakReference<?> loader = (WeakReference<?>) System.getProperties().get("loader");
        while (loader.get() != null) {
            System.gc();
            Thread.sleep(10);
        }
        System.out.println("its class loader is gone");
    }

    /** At once, with a comma between the words of each. */
    private static void together(List<String> commands) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (String command : commands) {
            Thread thread = new Thread(() -> {
                try {
                    System.out.println(control(command.split(",")));
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
