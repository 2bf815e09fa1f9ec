package dev.heddle.agent.control;

import dev.heddle.agent.assemble.LibraryVersion;
import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.settings.AgentSettings;
import dev.heddle.agent.settings.SettingInForce;
import dev.heddle.agent.status.Status;
import dev.heddle.agent.weave.Weaving;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the status off the running agent. What is read is not of one instant, for nothing stands still meanwhile. */
final class StatusReader {
    private final Installations installations;
    private final AgentSettings settings;
    private final Weaving weaving;
    private final AgentLoader agent;

    StatusReader(Installations installations, AgentSettings settings, Weaving weaving, AgentLoader agent) {
        this.installations = installations;
        this.settings = settings;
        this.weaving = weaving;
        this.agent = agent;
    }

    Status read() {
        List<Status.Application> applications = new ArrayList<>();
        for (Installation installation : installations.all()) {
            applications.add(application(installation));
        }
        Instant started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        Status.Agent ofJvm = new Status.Agent(
                agent.version(),
                agent.path(),
                ProcessHandle.current().pid(),
                Runtime.version().toString(),
                started.until(Instant.now(), ChronoUnit.MILLIS),
                ExtensionStatus.made(SettingInForce.ofAgent(settings)),
                installations.leftThreads());
        return new Status(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), ofJvm, applications);
    }

    private Status.Application application(Installation installation) {
        ClassLoader loader = installation.application();
        return new Status.Application(
                loader == ClassLoader.getSystemClassLoader() ? "the class path" : String.valueOf(loader),
                installation.refusal(),
                libraries(loader),
                installation.extensions().stream()
                        .filter(extension -> !extension.jar().internal())
                        .map(extension -> ExtensionStatus.of(extension, settings))
                        .toList(),
                installation.leftOut().entrySet().stream()
                        .map(each -> new Status.LeftOut(each.getKey().getPath(), each.getValue()))
                        .toList());
    }

    private List<Status.Library> libraries(ClassLoader loader) {
        Map<String, List<Status.WovenClass>> byName = new TreeMap<>();
        for (Weaving.Woven woven : weaving.of(loader)) {
            String name = woven.name().replace('/', '.');
            byName.computeIfAbsent(library(name, loader), none -> new ArrayList<>())
                    .add(new Status.WovenClass(name, woven.problem()));
        }
        List<Status.Library> libraries = new ArrayList<>();
        byName.forEach((name, classes) -> {
            classes.sort(Comparator.comparing(Status.WovenClass::name));
            libraries.add(new Status.Library(name, classes));
        });
        return libraries;
    }

    private static String library(String className, ClassLoader loader) {
        String title = className.startsWith("io.grpc.")
                ? "grpc-java"
                : className.startsWith("io.temporal.shaded.io.grpc.")
                        ? "grpc-java in temporal-shaded"
                        : className.startsWith("io.temporal.testing.") ? "Temporal's test server" : "Temporal's SDK";
        try {
            return LibraryVersion.of(title, Class.forName(className, false, loader));
        } catch (ClassNotFoundException | LinkageError gone) {
            return title;
        }
    }
}
