/**
 * The codec server that Temporal's UI and command line ask to decode payloads for who looks at them: a program of its own,
 * {@code java -jar heddle-extension-payload-codec.jar serve}.
 *
 * <pre>
 *   command.Main ──▶ Serve ──▶ command.CommandSettings ──▶ ServedCodec: the extension's own
 *                      └──▶ CodecServer, AccessRules ──▶ PayloadsJson ──▶ ServedPayload ──▶ PayloadBytes
 * </pre>
 */
package dev.heddle.extension.payloadcodec.serve;
