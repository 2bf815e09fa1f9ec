package dev.heddle.extension.payloadstore;

import dev.heddle.api.Settings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/** A bucket of Amazon S3, or of a server that speaks its protocol. */
final class S3StoreProvider implements StoreProvider {
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,50}");

    @Override
    public String name() {
        return "s3";
    }

    /** Of the SDKs' own drivers. */
    @Override
    public String driver() {
        return "aws.s3driver";
    }

    @Override
    public ObjectStore open(Settings settings) throws IOException {
        String bucket = settings.get("s3.bucket");
        if (bucket == null || !BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException("s3.bucket is '" + bucket + "'; write the name of a bucket");
        }
        String region = settings.get("s3.region", System.getenv().getOrDefault("AWS_REGION", "us-east-1"));
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException("s3.region is '" + region + "'; write one such as eu-central-1");
        }
        String endpoint = settings.get("s3.endpoint");
        URI address = endpoint(endpoint == null ? "https://s3." + region + ".amazonaws.com" : endpoint);
        boolean pathStyle = settings.get("s3.path-style", endpoint != null);
        S3CredentialSource credentials = new S3CredentialSource(settings, System.getenv());
        // Said now if there are none.
        credentials.get();
        Duration timeout = settings.get("timeout", Duration.ofSeconds(5));
        return new S3Store(S3Store.Bucket.at(address, pathStyle, bucket, region, timeout), credentials);
    }

    private static URI endpoint(String text) {
        try {
            URI uri = URI.create(text);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException none) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "s3.endpoint is '" + text + "'; write one such as https://minio.example.com:9000");
    }
}
