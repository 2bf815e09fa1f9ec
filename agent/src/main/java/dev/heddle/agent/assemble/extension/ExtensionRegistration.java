package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.assemble.trust.FileTrust;
import dev.heddle.agent.assemble.trust.UntrustedException;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.log.AgentLog;
import dev.heddle.agent.settings.AgentSetting;
import dev.heddle.agent.settings.AgentSettings;
import dev.heddle.agent.settings.ExtensionSettings;
import dev.heddle.api.Extension;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.jar.JarFile;
import org.slf4j.Logger;

/**
 * Loads and registers the extensions of one JAR, on a thread that whoever waits for it may leave to itself. What they
 * have opened when it turns out that nobody wants them is closed again.
 */
public final class ExtensionRegistration implements Runnable {
    private static final Logger LOG = AgentLog.get();

    private final ExtensionJar jar;
    private final FileTrust trust;
    private final ClassLoader application;
    private final AgentSettings settings;
    private final BooleanSupplier replaying;
    private final boolean replacing;
    private final List<LoadedExtension> loaded = new ArrayList<>();
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile Extension guard;
    /** What the one that registers has registered so far. */
    private volatile Registrations current;

    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean inVain;
    /** Why, of the thread that has waited. */
    private String givenUp;

    private InvalidExtensionException failure;

    private ExtensionRegistration(
            ExtensionJar jar,
            FileTrust trust,
            ClassLoader application,
            AgentSettings settings,
            BooleanSupplier replaying,
            boolean replacing) {
        this.jar = jar;
        this.trust = trust;
        this.application = application;
        this.settings = settings;
        this.replaying = replaying;
        this.replacing = replacing;
    }

    /**
     * The registrations of a change's JARs for an application.
     *
     * @param replaced names of those that are in force, and stay if this fails: then a guard that fails is simply left out
     * @param replaying whether the thread at hand is a workflow's that replays
     */
    public static List<ExtensionRegistration> of(
            List<ExtensionJar> jars,
            Set<String> replaced,
            ClassLoader application,
            AgentSettings settings,
            BooleanSupplier replaying) {
        List<ExtensionRegistration> registrations = new ArrayList<>();
        FileTrust trust = new FileTrust(settings);
        for (ExtensionJar jar : jars) {
            boolean replacing = replaced.contains(jar.name());
            registrations.add(new ExtensionRegistration(jar, trust, application, settings, replaying, replacing));
        }
        return registrations;
    }

    /** The JAR. */
    public ExtensionJar jar() {
        return jar;
    }

    @Override
    public void run() {
        try {
            register();
        } finally {
            if (!settled.compareAndSet(false, true)) {
                inVain = true;
                closeAll();
            }
            ended.countDown();
        }
    }

    private void register() {
        try {
            JarFile content = trust.open(jar.file());
            Map<File, JarFile> libraries = new LinkedHashMap<>();
            for (File library : libraries()) {
                libraries.put(library, trust.open(library));
            }
            ExtensionLoader loader = new ExtensionLoader(jar, content, application, libraries);
            try {
                jar.requireSame(content);
                load(content, loader);
            } catch (InvalidExtensionException unfit) {
                failure = unfit;
                closeAll();
                loader.close();
            }
        } catch (UntrustedException untrusted) {
            failure = new InvalidExtensionException(untrusted.getMessage());
        } catch (IOException | RuntimeException | Error unreadable) {
            failure = new InvalidExtensionException("it cannot be opened: " + unreadable.getMessage(), unreadable);
        }
    }

    /** What an operator has laid beside a JAR that was published without what it needs. */
    private List<File> libraries() {
        List<File> libraries = new ArrayList<>();
        for (String path : jar.dropIns().isEmpty() ? List.<String>of() : own().list(DropInSetting.LIBRARIES.key())) {
            File place = new File(path);
            File[] inside = place.listFiles((folder, name) -> name.endsWith(".jar"));
            libraries.addAll(inside == null ? List.of(place) : List.of(inside));
        }
        return libraries;
    }

    private void load(JarFile content, ExtensionLoader loader) throws InvalidExtensionException, IOException {
        try {
            if (!jar.dropIns().isEmpty()) {
                register(new DropInExtension(jar.dropIns(), loader, own()), loader);
                return;
            }
            NamedExtensions named = new NamedExtensions(loader);
            for (String className : NamedExtensions.names(content)) {
                Extension extension = named.make(className);
                if (extension != null) {
                    register(extension, loader);
                }
            }
        } catch (InvocationTargetException | RuntimeException | Error thrown) {
            throw new InvalidExtensionException(settings.masked(FailureReason.of(thrown, loader)), thrown);
        }
        if (loaded.isEmpty()) {
            throw new InvalidExtensionException(
                    "its service file names no class; name the one that implements " + Extension.class.getName());
        }
    }

    private ExtensionSettings own() {
        return new ExtensionSettings(settings, jar.name(), replaying);
    }

    private void register(Extension extension, ClassLoader loader) throws InvalidExtensionException {
        boolean guards = extension.failClosed();
        guard = guards ? extension : null;
        ExtensionSettings own = own();
        Registrations registrations;
        current = null;
        try {
            registrations = new Registrations(health(extension, guards), filter(own, guards), application);
            current = registrations;
            extension.register(registrations, own);
            registrations.close();
        } catch (Throwable thrown) {
            String cause = settings.masked(
                    thrown instanceof InvalidExtensionException
                            ? thrown.getMessage()
                            : "it failed to register: " + FailureReason.of(thrown, loader));
            if (!guards || replacing) {
                throw new InvalidExtensionException(cause, thrown);
            }
            loaded.add(refusing(extension, cause, thrown));
            return;
        }
        guard = null;
        loaded.add(new LoadedExtension(jar, extension, extension.order(), registrations, true, guards));
    }

    /** What the operator lets it have; a guard must not let anything past because of a name that is mistyped. */
    private CallFilter filter(ExtensionSettings own, boolean guards) {
        if (own.get(AgentSetting.EXTENSION_ONLY.keyInExtension()) == null
                && own.get(AgentSetting.EXTENSION_EXCEPT.keyInExtension()) == null) {
            return null;
        }
        CallFilter filter = CallFilter.of(own);
        String problem = jar.dropIns().isEmpty() ? filter.problem(application) : DropInFilter.problem(filter);
        if (problem != null && guards) {
            throw new IllegalArgumentException(problem);
        }
        if (problem != null) {
            LOG.warn("extension {} does not get what its settings name: {}", jar.name(), problem);
        }
        return filter;
    }

    private ExtensionHealth health(Extension extension, boolean guards) {
        return new ExtensionHealth(
                jar.name(),
                guards,
                settings.list(AgentSetting.REQUIRED).contains(jar.name()),
                settings.number(AgentSetting.FAILURES),
                settings.duration(AgentSetting.FAILURES_RETRY),
                extension::onFailure,
                settings::masked);
    }

    private LoadedExtension refusing(Extension extension, String cause, Throwable thrown) {
        return new RefusingGuard(jar, extension, settings, health(extension, true))
                .inPlaceOf(current, application, cause, thrown);
    }

    private void closeAll() {
        for (LoadedExtension extension : loaded) {
            if (extension.open().claimClose()) {
                try {
                    extension.open().close();
                } catch (Throwable thrown) {
                    // It is left out anyway, for the reason that is told.
                }
            }
        }
    }

    /** Waits for its end, whether or not the application interrupts the thread that waits. */
    public boolean endsWithin(long milliseconds) {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        boolean interrupted = false;
        while (ended.getCount() > 0 && System.nanoTime() < end) {
            try {
                ended.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return ended.getCount() == 0;
    }

    /**
     * Has it be in vain, unless it has ended.
     *
     * @param why in words for the operator
     */
    public boolean giveUp(String why) {
        if (!settled.compareAndSet(false, true)) {
            return false;
        }
        givenUp = why;
        return true;
    }

    /** Whether it was given up before it ended. For the thread on which it ran. */
    public boolean isInVain() {
        return inVain;
    }

    /**
     * What has come of it when it has ended or was given up.
     *
     * @throws InvalidExtensionException if one of the extensions fails, whatever it throws
     */
    public List<LoadedExtension> result() throws InvalidExtensionException {
        if (givenUp != null) {
            return resultOfGivingUp(givenUp);
        }
        if (failure != null) {
            throw failure;
        }
        return loaded;
    }

    /** What stands in for the extensions of one that was given up: a guard that refuses. */
    private List<LoadedExtension> resultOfGivingUp(String why) throws InvalidExtensionException {
        Extension guarding = guard;
        if (guarding == null || replacing) {
            throw new InvalidExtensionException(why);
        }
        return List.of(refusing(guarding, why, null));
    }
}
