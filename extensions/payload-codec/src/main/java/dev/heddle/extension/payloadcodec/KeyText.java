package dev.heddle.extension.payloadcodec;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** Keys as they are written down. */
final class KeyText {
    private static final int HEX_DIGITS = 64;
    private static final int RAW = 32;

    private KeyText() {}

    /**
     * The key in Base64, in hexadecimal digits, or the bytes themselves where there are 32 of them.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static byte[] parse(String id, byte[] written) {
        if (written.length == RAW) {
            return written;
        }
        String text = new String(written, StandardCharsets.ISO_8859_1).strip();
        try {
            return text.length() == HEX_DIGITS
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException neither) {
            // Its message has a part of the key in it.
            throw new IllegalArgumentException("has a key '" + id
                    + "' that is neither Base64 nor 64 hexadecimal digits nor 32 bytes; openssl rand -base64"
                    + " 32 writes one");
        }
    }
}
