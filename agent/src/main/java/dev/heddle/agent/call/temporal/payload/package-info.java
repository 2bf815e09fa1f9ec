/**
 * Encodes payloads on their way between the application's data converter and the server.
 *
 * <pre>
 *   SDK ──▶ EncodingConverter ──▶ the application's converter
 *                   └──▶ ChainedCodec ──▶ CodecChain ──▶ each codec, with a SdkPayload
 * </pre>
 *
 * <p>Loaded where there is a codec, and not before. Its class loader is the one of the calls next to it.
 */
package dev.heddle.agent.call.temporal.payload;
