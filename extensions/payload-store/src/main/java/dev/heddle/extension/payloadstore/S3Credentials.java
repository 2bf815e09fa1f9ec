package dev.heddle.extension.payloadstore;

/**
 * What requests are signed with.
 *
 * @param sessionToken {@code null} if they are nobody's for a time only
 */
record S3Credentials(String accessKey, String secretKey, String sessionToken) {
    /** Without what is secret. */
    @Override
    public String toString() {
        return "the access key " + accessKey;
    }
}
