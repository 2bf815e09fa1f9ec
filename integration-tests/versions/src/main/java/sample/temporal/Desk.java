package sample.temporal;

import io.nexusrpc.Operation;
import io.nexusrpc.Service;

/** A Nexus service. */
@Service
public interface Desk {
    /** Answered at once. */
    @Operation
    String now(String text);

    /** Answered never, but it can be cancelled. */
    @Operation
    String later(String text);
}
