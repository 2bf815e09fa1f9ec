package dev.heddle.agent.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The archive that a JDK can make of an application's classes. */
enum ArchiveKind {
    /** JDK 17 makes it without an agent and uses it with one. */
    SHARED("application.jsa", "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=") {
        @Override
        List<String> training(Path archive, Path agent, JavaCommand command) {
            return List.of(option() + archive);
        }
    },
    /** From JDK 25 on; it wants the same agent both times. */
    AOT("application.aot", "-XX:AOTCacheOutput=", "-XX:AOTCache=") {
        @Override
        List<String> training(Path archive, Path agent, JavaCommand command) {
            return withAgent(option() + archive, agent, command);
        }
    };

    private static final int FIRST_WITH_AOT = 25;

    private final String fileName;
    private final String option;
    private final String use;

    ArchiveKind(String fileName, String option, String use) {
        this.fileName = fileName;
        this.option = option;
        this.use = use;
    }

    static ArchiveKind of(int feature) {
        return feature < FIRST_WITH_AOT ? SHARED : AOT;
    }

    String fileName() {
        return fileName;
    }

    String option() {
        return option;
    }

    /** The options of the run that makes it, in the place of the agent's. */
    abstract List<String> training(Path archive, Path agent, JavaCommand command);

    /** The options of each start with it. */
    List<String> start(Path archive, Path agent, JavaCommand command) {
        return withAgent(use + archive, agent, command);
    }

    private static List<String> withAgent(String option, Path agent, JavaCommand command) {
        List<String> options = new ArrayList<>(List.of(option));
        options.addAll(command.agentOptions(agent));
        return options;
    }
}
