package dev.heddle.api;

/**
 * Encodes what an application sends through Temporal, and decodes what comes back: encryption, compression, or a check.
 * Registered by {@link Interceptors#codec}. It stands between the application's own data converter and the server, for
 * every value that passes a data converter: arguments, results, heartbeats, memos, side effects, details of failures.
 * It does not see headers or search attributes.
 *
 * <pre>
 *   application ──▶ its converter, its codecs ──▶ the last codec registered … the first ──▶ server
 * </pre>
 *
 * <p>Called by any number of threads at once, workflows' among them, where Temporal gives a task one second: wait for
 * nothing here. A workflow that is replayed has the same payloads decoded again, and must get the same. What a method
 * throws the application gets as Temporal's {@code DataConverterException}, with the message as it is, so have nothing
 * secret in it; a codec is never left out, guard or not, for what follows could not be read. A workflow task and an
 * activity that fail so are tried again by the server.
 */
public interface PayloadCodec {
    /** What is to leave in place of a payload; that itself if this codec leaves it as it is. */
    Payload encode(Payload payload) throws Exception;

    /** What was encoded to this payload; that itself if it is not of this codec's making. */
    Payload decode(Payload payload) throws Exception;

    /**
     * Whether messages and stack traces of failures are encoded as well, as the SDKs' {@code encodeCommonAttributes} has
     * it. Asked once, after {@link Extension#register}. Where the application's SDK cannot, which is before 1.19, no
     * client and no worker is made.
     */
    default boolean encodesFailures() {
        return false;
    }
}
