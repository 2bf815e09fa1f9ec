package dev.heddle.realserver;

import io.nexusrpc.Operation;
import io.nexusrpc.Service;

/** What another team offers as a Nexus service. */
@Service
public interface Mending {
    /** Answered at once. */
    @Operation
    String mend(String what);

    /** Takes until the {@link Desk} that it opens is closed; the desk's ID is the argument. */
    @Operation
    String keep(String deskId);
}
