package dev.heddle.extension.payloadstore;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Keys of objects, which end with the SHA-256 of their content: {@code prefix/v0/d/sha256/HEX}, as those of the SDKs' S3 drivers. */
final class ObjectKey {
    private static final int LONGEST = 1024;
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~%=-]+");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private static final Pattern OURS = Pattern.compile("(.*/)?v0/(.*/)?d/sha256/[0-9a-f]{64}(\\.[0-9a-f-]+\\.part)?");

    private ObjectKey() {}

    /** The key of what has this hash. */
    static String of(String prefix, String hash) {
        return prefix + "v0/d/sha256/" + hash;
    }

    /** The SHA-256 in hexadecimal digits. */
    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Whether it is a key of content with this hash, and no way to anything else. */
    static boolean isOf(String key, String hash) {
        return isHash(hash) && isPath(key) && key.endsWith("/" + hash);
    }

    /** Whether it is of an object that was stored here, or is on the way to be one. */
    static boolean isOurs(String key) {
        return OURS.matcher(key).matches();
    }

    private static boolean isHash(String text) {
        return text != null && SHA_256.matcher(text).matches();
    }

    /** Whether it is a number of names that lead down. */
    static boolean isPath(String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        for (String segment : text.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** What came from outside, as it may stand in a line of log. */
    static String shown(String text) {
        if (text == null) {
            return "nothing";
        }
        String cut = text.length() > 200 ? text.substring(0, 200) + "..." : text;
        return cut.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
