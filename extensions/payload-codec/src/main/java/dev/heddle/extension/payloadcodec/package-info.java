/**
 * Encrypts payloads as the encryption samples of Temporal's SDKs do, compresses them as the SDKs' zlib codec does or by zstd,
 * and minds their size.
 *
 * <pre>
 *   PayloadEncoding ──▶ Pipeline ──▶ Compression, Encryption ──▶ KeyRing ◀── KeyReloader ◀── KeySource: folder,
 *    reads settings        └───────▶ SizeGuard                                              variable, key store
 * </pre>
 */
package dev.heddle.extension.payloadcodec;
