package dev.heddle.benchmarks.replay;

import dev.heddle.benchmarks.Launch;
import dev.heddle.benchmarks.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What replays the histories of a folder. */
enum ReplayArm {
    BY_HAND("WorkflowReplayer") {
        @Override
        List<String> command(Setting setting, Path histories) {
            return Launch.command(List.of(), ReplayByHand.class, histories.toString());
        }
    },
    ONE("replay --parallel 1") {
        @Override
        List<String> command(Setting setting, Path histories) {
            return replay(setting, histories, List.of("--parallel", "1"));
        }
    },
    SEVERAL("replay") {
        @Override
        List<String> command(Setting setting, Path histories) {
            return replay(setting, histories, List.of());
        }
    };

    private final String title;

    ReplayArm(String title) {
        this.title = title;
    }

    /** As the table names it. */
    String title() {
        return title;
    }

    /** The command, which ends with 0 where all could be replayed. */
    abstract List<String> command(Setting setting, Path histories);

    private static List<String> replay(Setting setting, Path histories, List<String> options) {
        List<String> words = new ArrayList<>(List.of("replay", "--from", histories.toString()));
        words.addAll(options);
        words.add("--");
        words.addAll(Launch.command(List.of(), BasketWorker.class, "127.0.0.1:1"));
        return Launch.commandOfJar(setting.agent(), words);
    }
}
