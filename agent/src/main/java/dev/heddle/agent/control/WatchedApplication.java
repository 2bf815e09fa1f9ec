package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.RegisteredWatcher;
import java.util.List;

/** An application whose code extensions may watch. */
interface WatchedApplication {
    /** Its class loader. */
    ClassLoader application();

    /** Those that watch now. */
    List<RegisteredWatcher> codeWatchers();
}
