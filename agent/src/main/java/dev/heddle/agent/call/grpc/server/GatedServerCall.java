package dev.heddle.agent.call.grpc.server;

import dev.heddle.agent.call.OwnFrames;
import io.grpc.ForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;

/**
 * A handler's call that an interceptor can shut: what the handler does from then on has no effect, as on a call that was
 * cancelled. The library's calls take one thread at a time, so who shuts it while the handler is at one of its methods
 * leaves the last word to the handler's thread. What the library throws back has no frame of ours.
 */
class GatedServerCall<Q, R> extends ForwardingServerCall<Q, R> {
    private final ServerCall<Q, R> outer;
    /** How many of the call's methods the handler is at: more than one where a client's call-back runs within. */
    private int busy;

    private Runnable last;

    GatedServerCall(ServerCall<Q, R> outer) {
        this.outer = outer;
    }

    @Override
    protected final ServerCall<Q, R> delegate() {
        return outer;
    }

    /** Early versions leave this to who extends the forwarding call. */
    @Override
    public final MethodDescriptor<Q, R> getMethodDescriptor() {
        return outer.getMethodDescriptor();
    }

    /** Shuts the call; nothing if it was shut before. */
    final void shut(Runnable lastWord) {
        synchronized (this) {
            if (last != null) {
                return;
            }
            last = lastWord;
            if (busy > 0) {
                return;
            }
        }
        say(lastWord);
    }

    final synchronized boolean isShut() {
        return last != null;
    }

    /** Begins what the handler does; {@code false} if the call is shut. */
    final synchronized boolean enter() {
        if (last != null) {
            return false;
        }
        busy++;
        return true;
    }

    /** Ends what the handler does. */
    final void exit() {
        Runnable word;
        synchronized (this) {
            busy--;
            word = busy == 0 ? last : null;
        }
        if (word != null) {
            say(word);
        }
    }

    private static void say(Runnable word) {
        try {
            word.run();
        } catch (IllegalStateException closedAlready) {
            // The library or the handler has closed the call meanwhile, and there is nobody to tell.
        }
    }

    @Override
    public void request(int messages) {
        if (isShut()) {
            return;
        }
        try {
            outer.request(messages);
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    @Override
    public void sendHeaders(Metadata headers) {
        if (enter()) {
            try {
                outer.sendHeaders(headers);
            } catch (Throwable thrown) {
                OwnFrames.remove(thrown);
                throw thrown;
            } finally {
                exit();
            }
        }
    }

    @Override
    public void sendMessage(R message) {
        if (enter()) {
            try {
                outer.sendMessage(message);
            } catch (Throwable thrown) {
                OwnFrames.remove(thrown);
                throw thrown;
            } finally {
                exit();
            }
        }
    }

    @Override
    public void close(Status status, Metadata trailers) {
        if (enter()) {
            try {
                outer.close(status, trailers);
            } catch (Throwable thrown) {
                OwnFrames.remove(thrown);
                throw thrown;
            } finally {
                exit();
            }
        }
    }

    @Override
    public boolean isReady() {
        return !isShut() && outer.isReady();
    }

    @Override
    public boolean isCancelled() {
        return isShut() || outer.isCancelled();
    }

    @Override
    public void setMessageCompression(boolean enabled) {
        if (isShut()) {
            return;
        }
        try {
            outer.setMessageCompression(enabled);
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    @Override
    public void setCompression(String compressor) {
        if (isShut()) {
            return;
        }
        try {
            outer.setCompression(compressor);
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }
}
