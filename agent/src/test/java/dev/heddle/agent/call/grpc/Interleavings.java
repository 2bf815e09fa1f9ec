package dev.heddle.agent.call.grpc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Plays actors in many orders, each on a thread of its own and one at a time: an actor goes on until its next
 * {@link #point}, then it or another may be the next. Tried are all orders in which one actor at most is interrupted
 * where it could have gone on, then some that are drawn; the same choices always give the same run. A point within
 * foreign code, such as a call-back, shows too whether that is run under a lock: then another actor does not come back.
 */
public final class Interleavings {
    private static final int INTERRUPTIONS = Integer.getInteger("interleavings.interruptions", 1);
    private static final int DRAWN = Integer.getInteger("interleavings.drawn", 200);
    private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "actor");
        thread.setDaemon(true);
        return thread;
    });

    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final Semaphore back = new Semaphore(0);
    private final List<String> trace = new ArrayList<>();
    private Throwable failure;

    private Interleavings() {}

    /** Something that is done beside others. */
    public interface Part {
        void play() throws Throwable;
    }

    /** Unwinds an actor that waits for what never comes, when all others have come to their end. */
    private static final class Abandoned extends ThreadDeath {
        private static final long serialVersionUID = 1L;
    }

    private final class Actor {
        private final String name;
        private final Semaphore turn = new Semaphore(0);
        private BooleanSupplier ready = () -> true;
        private boolean done;
        private boolean abandoned;

        private Actor(String name, Part part) {
            this.name = name;
            THREADS.execute(() -> run(part));
        }

        private void run(Part part) {
            CURRENT.set(this);
            turn.acquireUninterruptibly();
            try {
                if (!abandoned) {
                    part.play();
                }
            } catch (Throwable thrown) {
                failure = failure == null && !abandoned ? thrown : failure;
            } finally {
                CURRENT.remove();
            }
            done = true;
            back.release();
        }

        private boolean able() {
            return !done && ready.getAsBoolean();
        }

        private void pause(BooleanSupplier until) {
            if (!abandoned) {
                ready = until;
                back.release();
                turn.acquireUninterruptibly();
            }
            if (abandoned) {
                throw new Abandoned();
            }
            ready = () -> true;
        }
    }

    /** Adds an actor. */
    public void actor(String name, Part part) {
        actors.put(name, new Actor(name, part));
    }

    /** Lets others go on; nothing outside of an actor. */
    public static void point() {
        point(() -> true);
    }

    /** Lets others go on until something is so. */
    public static void point(BooleanSupplier until) {
        Actor actor = CURRENT.get();
        if (actor != null) {
            actor.pause(until);
        }
    }

    /** Plays the orders; {@code world} makes the actors, and gives what is checked at the end. */
    public static void explore(Function<Interleavings, Part> world) {
        List<Integer> choices = new ArrayList<>();
        for (boolean more = true; more; ) {
            List<Integer> widths = new ArrayList<>();
            new Interleavings()
                    .run(
                            world,
                            (at, width, goesOn) -> {
                                int choice = at < choices.size() ? choices.get(at) : 0;
                                widths.add(width);
                                return choice;
                            },
                            INTERRUPTIONS);
            more = next(choices, widths);
        }
        draw(world, DRAWN);
    }

    /** Plays some orders that are drawn, of many; half of them with few interruptions. */
    public static void draw(Function<Interleavings, Part> world, int orders) {
        for (int seed = 0; seed < orders; seed++) {
            Random random = new Random(seed);
            int stays = seed % 2 * 10;
            new Interleavings()
                    .run(
                            world,
                            (at, width, goesOn) -> goesOn && random.nextInt(stays + 1) > 0 ? 0 : random.nextInt(width),
                            Integer.MAX_VALUE);
        }
    }

    /** Who of those that can is the next; the first is the one that could go on, if it can. */
    private interface Choice {
        int of(int at, int width, boolean goesOn);
    }

    private static boolean next(List<Integer> choices, List<Integer> widths) {
        while (choices.size() < widths.size()) {
            choices.add(0);
        }
        for (int last = choices.size() - 1; last >= 0; last--) {
            int choice = choices.remove(last) + 1;
            if (choice < widths.get(last)) {
                choices.add(choice);
                return true;
            }
        }
        return false;
    }

    private void run(Function<Interleavings, Part> world, Choice choice, int interruptions) {
        Part check = world.apply(this);
        Actor current = null;
        int left = interruptions;
        try {
            for (int at = 0; ; at++) {
                List<Actor> able = able(current, left);
                if (able.isEmpty()) {
                    break;
                }
                Actor next = able.get(choice.of(at, able.size(), able.get(0) == current));
                if (able.get(0) == current && next != current) {
                    left--;
                }
                current = next;
                trace.add(next.name);
                next.turn.release();
                if (!back.tryAcquire(10, TimeUnit.SECONDS)) {
                    throw new AssertionError(next.name + " does not come back");
                }
                if (failure != null) {
                    throw failure;
                }
            }
            check.play();
        } catch (Throwable thrown) {
            throw new AssertionError("in the order " + trace, thrown);
        } finally {
            abandon();
        }
    }

    /** Lets the threads go of those that wait for what never comes. */
    private void abandon() {
        for (Actor actor : actors.values()) {
            if (!actor.done) {
                actor.abandoned = true;
                actor.turn.release();
            }
        }
    }

    /** Who can go on, the one that has been first; alone if it must not be interrupted. */
    private List<Actor> able(Actor current, int interruptions) {
        List<Actor> able = new ArrayList<>();
        if (current != null && current.able()) {
            able.add(current);
            if (interruptions == 0) {
                return able;
            }
        }
        for (Actor actor : actors.values()) {
            if (actor != current && actor.able()) {
                able.add(actor);
            }
        }
        return able;
    }

    /** An executor whose tasks an actor runs in their order, and which goes on as long as others may add some. */
    public static final class Queue implements Executor {
        private final List<Runnable> tasks = new ArrayList<>();
        private int done;

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        /** Runs tasks until there is none and the condition holds. */
        public void run(BooleanSupplier end) {
            while (true) {
                point(() -> done < tasks.size() || end.getAsBoolean());
                if (done == tasks.size()) {
                    return;
                }
                tasks.get(done++).run();
            }
        }
    }
}
