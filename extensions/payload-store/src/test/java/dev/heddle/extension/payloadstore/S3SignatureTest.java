package dev.heddle.extension.payloadstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples in Amazon's own reference: "Authenticating Requests: Using the Authorization Header". */
class S3SignatureTest {
    private static final String NOTHING = ObjectKey.hash(new byte[0]);

    private final S3Signature signature = new S3Signature(
            new S3Credentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", null),
            "us-east-1",
            Instant.parse("2013-05-24T00:00:00Z"));

    private String signed(String method, String path, String query, Map<String, String> headers, String hash) {
        String authorization =
                signature.headers(method, path, query, headers, hash).get("authorization");
        assertThat(authorization)
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,");
        return authorization.substring(authorization.lastIndexOf('=') + 1);
    }

    @Test
    void getObject() {
        assertThat(signed(
                        "GET",
                        "/test.txt",
                        "",
                        Map.of("host", "examplebucket.s3.amazonaws.com", "range", "bytes=0-9"),
                        NOTHING))
                .isEqualTo("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void putObject() {
        assertThat(signed(
                        "PUT",
                        "/" + S3Signature.encode("test$file.text", false),
                        "",
                        Map.of(
                                "host",
                                "examplebucket.s3.amazonaws.com",
                                "date",
                                "Fri, 24 May 2013 00:00:00 GMT",
                                "x-amz-storage-class",
                                "REDUCED_REDUNDANCY"),
                        ObjectKey.hash("Welcome to Amazon S3.".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isEqualTo("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    @Test
    void listObjects() {
        assertThat(signed("GET", "/", "max-keys=2&prefix=J", Map.of("host", "examplebucket.s3.amazonaws.com"), NOTHING))
                .isEqualTo("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void aTokenIsSigned() {
        Map<String, String> headers = new S3Signature(new S3Credentials("a", "b", "token"), "r", Instant.EPOCH)
                .headers("GET", "/", "", Map.of("host", "h"), NOTHING);
        assertThat(headers).containsEntry("x-amz-security-token", "token");
        assertThat(headers.get("authorization"))
                .contains("SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token,");
    }

    @Test
    void namesAreEncoded() {
        assertThat(S3Signature.encode("a/b%20c~d é", false)).isEqualTo("a/b%2520c~d%20%C3%A9");
        assertThat(S3Signature.encode("a/b=", true)).isEqualTo("a%2Fb%3D");
    }

    @Test
    void nothingSaysASecret() {
        assertThat(new S3Credentials("id", "hidden", "hidden").toString()).doesNotContain("hidden");
    }
}
