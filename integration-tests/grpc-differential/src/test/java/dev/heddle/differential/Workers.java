package dev.heddle.differential;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;

/** Threads that are lent to one job at a time, and have the name of the role that the job is done in. */
final class Workers {
    private static final ConcurrentLinkedDeque<Worker> IDLE = new ConcurrentLinkedDeque<>();

    private Workers() {}

    /** The role of the current thread: of one that is nobody's worker its name. */
    static String role() {
        Thread thread = Thread.currentThread();
        return thread instanceof Worker worker
                ? worker.job.role
                : thread.getName().replaceAll("[0-9]+", "#");
    }

    /** Whether what the current thread does is part of a job, so that the job cannot go on before. */
    static boolean within(Job job) {
        for (Job own = current(); own != null; own = own.parent) {
            if (own == job) {
                return true;
            }
        }
        return false;
    }

    private static Job current() {
        return Thread.currentThread() instanceof Worker worker ? worker.job : null;
    }

    /** Has something done on another thread. */
    static Job start(String role, Runnable body) {
        Job job = new Job(role, body);
        Worker worker = IDLE.pollFirst();
        if (worker == null) {
            worker = new Worker();
            job.thread = worker;
            worker.next = job;
            worker.start();
        } else {
            job.thread = worker;
            worker.next = job;
            LockSupport.unpark(worker);
        }
        return job;
    }

    /** Has something done on another thread and waits for it. Answers whether it has ended; the thread is lost if not. */
    static boolean run(String role, Runnable body) {
        return start(role, body).await();
    }

    /** What the threads that play are doing. */
    static String describe() {
        StringBuilder threads = new StringBuilder();
        Thread.getAllStackTraces().forEach((thread, frames) -> {
            if (thread instanceof Worker || thread.getName().startsWith("loop")) {
                threads.append(thread).append(' ').append(thread.getState()).append('\n');
                for (StackTraceElement frame : frames) {
                    threads.append("    ").append(frame).append('\n');
                }
            }
        });
        return threads.toString();
    }

    /** Something that is done on another thread. */
    static final class Job {
        private final String role;
        private final Runnable body;
        private final Job parent = current();
        private Worker thread;
        private volatile Thread waiter;
        private volatile boolean done;

        private Job(String role, Runnable body) {
            this.role = role;
            this.body = body;
        }

        boolean done() {
            return done;
        }

        Thread thread() {
            return thread;
        }

        boolean await() {
            waiter = Thread.currentThread();
            boolean interrupted = false;
            Patience patience = new Patience();
            while (!done && !patience.isOver()) {
                LockSupport.parkNanos(Patience.STEP);
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                waiter.interrupt();
            }
            return done;
        }
    }

    private static final class Worker extends Thread {
        private volatile Job next;
        private Job job;

        Worker() {
            super("worker");
            setDaemon(true);
        }

        @Override
        public void run() {
            while (true) {
                while (next == null) {
                    LockSupport.park();
                }
                job = next;
                next = null;
                try {
                    job.body.run();
                } catch (Throwable thrown) {
                    thrown.printStackTrace();
                }
                Thread.interrupted();
                job.done = true;
                IDLE.addFirst(this);
                LockSupport.unpark(job.waiter);
            }
        }
    }
}
