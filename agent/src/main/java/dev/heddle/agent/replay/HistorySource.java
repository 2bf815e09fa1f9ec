package dev.heddle.agent.replay;

import java.util.List;

/** Where histories come from: each is read when its turn comes, for all of them may be more than there is memory. */
interface HistorySource {
    /** The histories that there are, in the order in which the report has them. */
    List<Entry> entries() throws Exception;

    /** One of them. */
    interface Entry {
        /** The file, or the execution. */
        String place();

        /** Reads it, with what an SDK has for that. */
        History read(SdkReplay sdk) throws Exception;
    }
}
