package dev.heddle.testing;

import dev.heddle.api.Extension;
import dev.heddle.testing.temporal.ActivityEnvironment;
import dev.heddle.testing.temporal.TemporalEnvironment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Runs tests with the agent and the extensions of the test: a field with {@link RegisterExtension}, of the instance for
 * one session per test, static for one per class.
 *
 * <pre>{@code
 * @RegisterExtension
 * final Heddle heddle = Heddle.with(new SlowStarts()).setting("limit", "1s");
 * }</pre>
 *
 * <p>It is the agent as it ships, installed in the running JVM once: the extensions register through it, its rules of
 * order, refusal and failure hold, its log tells of them. What is made from {@code @BeforeEach} to {@code @AfterEach}
 * (of a class: from {@code @BeforeAll}) on the test's thread, or on one that this thread has started, belongs to the
 * test: clients, workers, channels and servers, made by {@link #temporal()} or by the application's own code. Extensions
 * register when the first of them is made; until then the test may add some, or settings. Tests may run side by side; none sees another's calls.
 *
 * <p>An {@link Accident} of an extension, which the agent contains, fails the test at its end unless it was
 * {@linkplain #takeAccidents() taken}, and so does a setting that the extension has never asked for. The methods below {@code calls()} are valid while a session is open, on any
 * thread; otherwise they throw {@link IllegalStateException}.
 */
public final class Heddle extends Lifecycle {
    private final List<Provided> extensions = new ArrayList<>();
    private final Map<String, String> agentSettings = new HashMap<>();

    private Heddle() {}

    /** With an extension, a lambda perhaps, named as its class is: {@code SlowStarts} is {@code slow-starts}. */
    public static Heddle with(Extension extension) {
        return new Heddle().and(extension);
    }

    /** And another one. Of equal order, the one that was given first runs further out. */
    public Heddle and(Extension extension) {
        requireNotAssembled();
        extensions.add(Provided.of(extension, names()));
        return this;
    }

    /** Names the extension last given, as the file name of its JAR would. */
    public Heddle named(String name) {
        requireNotAssembled();
        Provided last = extensions.remove(extensions.size() - 1);
        if (names().contains(name)) {
            throw new IllegalArgumentException("there is an extension named " + name);
        }
        extensions.add(last.named(name));
        return this;
    }

    /** Sets a setting of the extension last given; it stands before those of the JVM. */
    public Heddle setting(String key, String value) {
        requireNotAssembled();
        extensions.get(extensions.size() - 1).settings().put(key, value);
        return this;
    }

    /** Sets a setting of the agent itself, its key without {@code heddle.}: {@code failures}, say. */
    public Heddle agentSetting(String key, String value) {
        requireNotAssembled();
        agentSettings.put(key, value);
        return this;
    }

    private Set<String> names() {
        return extensions.stream().map(Provided::name).collect(Collectors.toSet());
    }

    @Override
    Session open() {
        return new Session(extensions, agentSettings);
    }

    /**
     * Opens it without a test, for whatever is made in this JVM on a thread that is in no test with a {@code Heddle} of
     * its own: for clients and workers that many tests share, and for applications that make theirs on threads which
     * were there before. Calls are not recorded then, and {@link #calls()} throws.
     *
     * @return ends it, and fails as the end of a test does; without that it lasts as long as the JVM
     * @throws IllegalStateException if there is another one everywhere, or the JVM was started with the agent: what is
     *     made could not belong to both
     */
    public AutoCloseable everywhere() {
        return openEverywhere();
    }

    /** The calls that were intercepted in this session, whoever made them and whether or not an extension wanted them. */
    public Calls calls() {
        return session().calls();
    }

    /** Takes the accidents so far: those that a test takes do not fail it. */
    public List<Accident> takeAccidents() {
        return session().takeAccidents();
    }

    /** Temporal's in-memory server, a worker and a client, the same at each call in a session, which closes them. */
    public TemporalEnvironment temporal() {
        return resource(TemporalEnvironment.class, TemporalEnvironment::new);
    }

    /** Temporal's environment for activities alone, the same at each call in a session, which closes it. */
    public ActivityEnvironment activities() {
        Calls calls = calls();
        return resource(ActivityEnvironment.class, inSession -> new ActivityEnvironment(inSession, calls));
    }

    /** Runs what makes clients or workers on a thread that is not the test's. */
    public void run(Runnable action) {
        session().assembly().execute(action);
    }
}
