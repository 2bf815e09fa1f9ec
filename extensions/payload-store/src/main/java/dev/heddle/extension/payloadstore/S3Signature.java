package dev.heddle.extension.payloadstore;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as AWS has it: version 4, in a header. */
final class S3Signature {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final S3Credentials credentials;
    private final String region;
    private final String time;

    S3Signature(S3Credentials credentials, String region, Instant now) {
        this.credentials = credentials;
        this.region = region;
        this.time = TIME.format(now);
    }

    /**
     * The headers to send: those given, and the ones that sign.
     *
     * @param path encoded, as it is sent
     * @param query encoded and sorted, as it is sent
     * @param headers that are to be signed, {@code host} among them, in lower case
     * @param contentHash the SHA-256 of the body
     */
    Map<String, String> headers(
            String method, String path, String query, Map<String, String> headers, String contentHash) {
        SortedMap<String, String> signed = new TreeMap<>(headers);
        signed.put("x-amz-content-sha256", contentHash);
        signed.put("x-amz-date", time);
        if (credentials.sessionToken() != null) {
            signed.put("x-amz-security-token", credentials.sessionToken());
        }
        String names = String.join(";", signed.keySet());
        StringBuilder request = new StringBuilder()
                .append(method)
                .append('\n')
                .append(path)
                .append('\n')
                .append(query)
                .append('\n');
        signed.forEach((name, value) ->
                request.append(name).append(':').append(value.strip()).append('\n'));
        request.append('\n').append(names).append('\n').append(contentHash);
        String scope = time.substring(0, 8) + '/' + region + "/s3/aws4_request";
        String toSign = ALGORITHM
                + '\n'
                + time
                + '\n'
                + scope
                + '\n'
                + ObjectKey.hash(request.toString().getBytes(StandardCharsets.UTF_8));
        signed.put(
                "authorization",
                ALGORITHM + " Credential=" + credentials.accessKey() + '/' + scope + ",SignedHeaders=" + names
                        + ",Signature=" + HexFormat.of().formatHex(hmac(key(), toSign)));
        return signed;
    }

    private byte[] key() {
        byte[] key = ("AWS4" + credentials.secretKey()).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {time.substring(0, 8), region, "s3", "aws4_request"}) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    /** As S3 wants names and values to be encoded. */
    static String encode(String text, boolean slashes) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (each & 0xff);
            boolean plain = letter >= 'A' && letter <= 'Z'
                    || letter >= 'a' && letter <= 'z'
                    || letter >= '0' && letter <= '9'
                    || "-._~".indexOf(letter) >= 0
                    || letter == '/' && !slashes;
            if (plain) {
                encoded.append(letter);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
            }
        }
        return encoded.toString();
    }
}
