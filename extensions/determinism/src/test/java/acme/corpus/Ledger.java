package acme.corpus;

import acme.library.Ledgers;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.converter.EncodedValues;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.DynamicUpdateHandler;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What a workflow remembers, which answers queries and checks updates by a program. */
final class Ledger implements DynamicUpdateHandler {
    private static final ThreadLocal<Ledger> HERE = new ThreadLocal<>();

    /** What needs the world. */
    @ActivityInterface
    public interface Clerk {
        String write();
    }

    /** A page of it. */
    static final class Page {
        int lines;
        String title = "page";
        /** Asked for by everybody. */
        final Map<String, Integer> shared = new ConcurrentHashMap<>();
    }

    final Clerk clerk = Workflow.newActivityStub(
            Clerk.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                    .build());
    final List<String> names = new ArrayList<>(List.of("a"));
    final Map<String, Integer> counts = new HashMap<>(Map.of("a", 1));
    final Map<String, Integer> recent = new LinkedHashMap<>(8, 0.75f, true);
    final AtomicInteger number = new AtomicInteger();
    final int[] totals = new int[2];
    final Page page = new Page();
    final List<Page> pages = List.of(new Page(), new Page());
    final StringBuilder text = new StringBuilder();
    final CompletablePromise<String> promise = Workflow.newPromise();
    final Ledgers.Tally tally = new Ledgers.Tally();
    String last = "none";
    String title = "ledger";
    String madeWhenNeeded;
    int asked;

    private final Kind.Code code;

    Ledger(Kind.Code code) {
        this.code = code;
        recent.put("a", 1);
        recent.put("b", 2);
    }

    /** The one whose program runs. */
    static Ledger here() {
        return HERE.get();
    }

    /** Runs the program; answers what it throws, so that the SDK is not asked again. */
    String ask() {
        HERE.set(this);
        try {
            code.run();
            return "asked";
        } catch (Throwable thrown) {
            return sneak(thrown);
        } finally {
            HERE.remove();
        }
    }

    private static String sneak(Throwable thrown) {
        if (thrown instanceof RuntimeException ofTheProgram) {
            throw ofTheProgram;
        }
        throw new IllegalStateException(thrown);
    }

    @Override
    public void handleValidate(String updateName, EncodedValues arguments) {
        ask();
    }

    @Override
    public Object handleExecute(String updateName, EncodedValues arguments) {
        return "updated";
    }
}
