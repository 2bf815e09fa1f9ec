package dev.heddle.agent.cli;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The JVMs of this user and machine that have Heddle. */
final class JvmList {
    /** One that hangs does not answer, and keeps nobody from the others. */
    private static final long PATIENCE_SECONDS = 5;

    private JvmList() {}

    /** Prints a line for each, or one that there is none. */
    static void print() throws InterruptedException {
        List<String> lines = lines();
        if (lines.isEmpty()) {
            System.out.println("No JVM of this user has Heddle.");
        }
        lines.forEach(System.out::println);
    }

    private static List<String> lines() throws InterruptedException {
        List<Callable<String>> questions = new ArrayList<>();
        for (VirtualMachineDescriptor each : VirtualMachine.list()) {
            if (!each.id().equals(String.valueOf(ProcessHandle.current().pid()))) {
                questions.add(() -> line(Long.parseLong(each.id()), each.displayName()));
            }
        }
        if (questions.isEmpty()) {
            return List.of();
        }
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "jvm-list");
            thread.setDaemon(true);
            return thread;
        });
        List<String> lines = new ArrayList<>();
        for (Future<String> answer : threads.invokeAll(questions, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            try {
                String line = answer.isCancelled() ? null : answer.get();
                if (line != null) {
                    lines.add(line);
                }
            } catch (ExecutionException cannotBeAsked) {
                // Another's, or on its way out.
            }
        }
        return lines;
    }

    private static String line(long pid, String program) throws UnreachableException, IOException {
        try (Jvm jvm = Jvm.attach(pid)) {
            String heddle = jvm.heddle();
            return heddle == null ? null : String.format("%7d  Heddle %s  %s", pid, heddle, program.split(" ")[0]);
        }
    }
}
