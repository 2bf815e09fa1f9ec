package dev.heddle.agent.remote;

import java.io.IOException;

/** Whoever asked does not listen any more. */
public final class GoneException extends IOException {
    private static final long serialVersionUID = 1L;

    GoneException(IOException cause) {
        super(cause);
    }
}
