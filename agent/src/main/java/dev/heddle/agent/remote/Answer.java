package dev.heddle.agent.remote;

import java.io.IOException;

/** What a command has to say, on its way to whoever asked. Not thread-safe. */
public final class Answer {
    private final Frames frames;

    Answer(Frames frames) {
        this.frames = frames;
    }

    /**
     * Says something, as it is to be printed.
     *
     * @throws GoneException if nobody listens any more
     */
    public void print(String text) throws GoneException {
        write(Frames.Kind.TEXT, text);
    }

    /**
     * Says in a line what is wrong.
     *
     * @throws GoneException if nobody listens any more
     */
    public void complain(String line) throws GoneException {
        write(Frames.Kind.COMPLAINT, line);
    }

    /**
     * Finds out whether somebody still listens, where for a second or so there was nothing to say.
     *
     * @throws GoneException if nobody does
     */
    public void probe() throws GoneException {
        write(Frames.Kind.NOTHING, "");
    }

    /** Ends the answer. */
    void end(int exitCode) throws GoneException {
        write(Frames.Kind.END, String.valueOf(exitCode));
    }

    private void write(Frames.Kind kind, String text) throws GoneException {
        try {
            frames.write(kind, text);
        } catch (IOException gone) {
            throw new GoneException(gone);
        }
    }
}
