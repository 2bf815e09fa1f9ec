package dev.heddle.extension.payloadstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Objects in a bucket of Amazon S3, or of a server that speaks its protocol, over the JDK's own HTTP. What can be tried
 * again is, twice.
 */
final class S3Store implements ObjectStore {
    private static final byte[] NOTHING = {};
    private static final int OK = 200;
    private static final int GONE = 404;
    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
    private static final int ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 100;
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9._-]{1,100})</Code>");

    /** An object that is as old is written again, so that no sweep takes it from who has just stored it. */
    private static final Duration YOUNG = Duration.ofHours(12);

    private final Bucket bucket;
    private final S3CredentialSource credentials;

    /**
     * Where a bucket is.
     *
     * @param address of the bucket, without a slash at the end
     * @param timeout of a request
     */
    record Bucket(String name, String region, URI address, Duration timeout) {
        /** In the path of an endpoint, or in the name of its host. */
        static Bucket at(URI endpoint, boolean pathStyle, String name, String region, Duration timeout) {
            String base = endpoint.toString().replaceFirst("/+$", "");
            String address = pathStyle
                    ? base + '/' + name
                    : base.replaceFirst("://", "://" + Matcher.quoteReplacement(name) + '.');
            return new Bucket(name, region, URI.create(address), timeout);
        }
    }

    S3Store(Bucket bucket, S3CredentialSource credentials) {
        this.bucket = bucket;
        this.credentials = credentials;
    }

    private record Answer(int status, byte[] body, long length, long modified) {
        String code() {
            Matcher matcher = CODE.matcher(new String(body, StandardCharsets.UTF_8));
            return "it answers " + status + (matcher.find() ? " " + matcher.group(1) : "");
        }
    }

    @Override
    public void put(String key, byte[] bytes) throws IOException {
        Answer there = ask("HEAD", key, "", NOTHING, 0);
        Instant young = Instant.now().minus(YOUNG);
        if (there.status == OK
                && there.length == bytes.length
                && Instant.ofEpochMilli(there.modified).isAfter(young)) {
            return;
        }
        require(ask("PUT", key, "", bytes, 0));
    }

    @Override
    public byte[] get(String key, int most) throws IOException {
        Answer answer = ask("GET", key, "", NOTHING, most);
        if (answer.status == GONE) {
            if (answer.code().endsWith("NoSuchBucket")) {
                throw new IOException(answer.code());
            }
            return null;
        }
        require(answer);
        return answer.body;
    }

    @Override
    public void list(String prefix, Consumer<? super StoredObject> object) throws IOException {
        String from = "";
        do {
            String query = (from.isEmpty() ? "" : "continuation-token=" + S3Signature.encode(from, true) + '&')
                    + "list-type=2&prefix=" + S3Signature.encode(prefix, true);
            Answer answer = ask("GET", "", query, NOTHING, Integer.MAX_VALUE - 8);
            require(answer);
            S3Listing listing = S3Listing.of(answer.body);
            listing.objects().forEach(object);
            from = listing.next();
        } while (from != null);
    }

    @Override
    public void delete(String key) throws IOException {
        Answer answer = ask("DELETE", key, "", NOTHING, 0);
        if (answer.status != GONE) {
            require(answer);
        }
    }

    @Override
    public Map<String, String> claims() {
        return Map.of("bucket", bucket.name);
    }

    private static void require(Answer answer) throws IOException {
        if (answer.status / 100 != 2) {
            throw new IOException(answer.code());
        }
    }

    private Answer ask(String method, String key, String query, byte[] body, int most) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Answer answer = askOnce(method, key, query, body, most);
                if (!PASSING.contains(answer.status) || attempt == ATTEMPTS) {
                    return answer;
                }
            } catch (TooLargeException failure) {
                throw failure;
            } catch (IOException failure) {
                if (attempt == ATTEMPTS) {
                    throw failure;
                }
            }
            pause(attempt);
        }
    }

    private static void pause(int attempt) throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS * attempt * attempt);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(int most) {
            super("it has more than " + most + " bytes");
        }
    }

    private Answer askOnce(String method, String key, String query, byte[] body, int most) throws IOException {
        String path = bucket.address.getRawPath() + (key.isEmpty() ? "/" : '/' + S3Signature.encode(key, false));
        URL url = new URL(bucket.address.toURL(), (path.isEmpty() ? "/" : path) + (query.isEmpty() ? "" : '?' + query));
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        int millis = (int) Math.min(Integer.MAX_VALUE, bucket.timeout.toMillis());
        connection.setConnectTimeout(millis);
        connection.setReadTimeout(millis);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestMethod(method);
        String host = url.getPort() < 0 || url.getPort() == url.getDefaultPort()
                ? url.getHost()
                : url.getHost() + ':' + url.getPort();
        new S3Signature(credentials.get(), bucket.region, Instant.now())
                .headers(method, url.getPath(), query, Map.of("host", host), ObjectKey.hash(body))
                .forEach((name, value) -> {
                    if (!name.equals("host")) {
                        connection.setRequestProperty(name, value);
                    }
                });
        if (method.equals("PUT")) {
            connection.setRequestProperty("content-type", "application/octet-stream");
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        return answer(connection, most);
    }

    /** Read to its end, so that the connection serves again. */
    private static Answer answer(HttpURLConnection connection, int most) throws IOException {
        int status = connection.getResponseCode();
        long length = connection.getContentLengthLong();
        boolean good = status / 100 == 2;
        if (good && connection.getRequestMethod().equals("GET") && length > most) {
            connection.disconnect();
            throw new TooLargeException(most);
        }
        try (InputStream in = good ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] body = in == null ? NOTHING : in.readNBytes(good ? most : 65_536);
            if (in != null && in.read() >= 0) {
                throw new TooLargeException(most);
            }
            return new Answer(status, body, length, connection.getLastModified());
        }
    }

    @Override
    public String toString() {
        return "the bucket " + bucket.name + " at " + bucket.address.getHost();
    }
}
