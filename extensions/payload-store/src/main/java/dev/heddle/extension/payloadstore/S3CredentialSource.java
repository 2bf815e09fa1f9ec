package dev.heddle.extension.payloadstore;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.heddle.api.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/**
 * Where credentials come from, in the AWS SDKs' own places: a file of profiles, if a setting names one, variables of the
 * environment, or the endpoint that containers have. Asked for each request; what was read serves for some time.
 */
final class S3CredentialSource {
    private static final String CONTAINER = "http://169.254.170.2";
    private static final Duration READ_AGAIN = Duration.ofMinutes(1);
    private static final int MILLIS = 2_000;

    private final Path file;
    private final String profile;
    private final Map<String, String> environment;

    private S3Credentials known;
    private Instant until = Instant.MIN;

    S3CredentialSource(Settings settings, Map<String, String> environment) {
        String named = settings.get("s3.credentials-file", environment.get("AWS_SHARED_CREDENTIALS_FILE"));
        this.file = named == null ? null : Path.of(named);
        this.profile = settings.get("s3.profile", environment.getOrDefault("AWS_PROFILE", "default"));
        this.environment = environment;
    }

    /**
     * Those there are now.
     *
     * @throws IOException that says what is missing
     */
    synchronized S3Credentials get() throws IOException {
        Instant now = Instant.now();
        if (known == null || now.isAfter(until)) {
            until = now.plus(READ_AGAIN);
            known = read(now);
        }
        return known;
    }

    private S3Credentials read(Instant now) throws IOException {
        if (file != null) {
            return ofFile();
        }
        String key = environment.get("AWS_ACCESS_KEY_ID");
        String secret = environment.get("AWS_SECRET_ACCESS_KEY");
        if (key != null && secret != null) {
            return new S3Credentials(key, secret, environment.get("AWS_SESSION_TOKEN"));
        }
        String relative = environment.get("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
        String full = relative == null ? environment.get("AWS_CONTAINER_CREDENTIALS_FULL_URI") : CONTAINER + relative;
        if (full == null) {
            throw new IOException("there are no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or"
                    + " s3.credentials-file");
        }
        return ofContainer(full, now);
    }

    private S3Credentials ofFile() throws IOException {
        Map<String, String> values = new HashMap<>();
        boolean inside = false;
        for (String line : Files.readAllLines(file)) {
            String text = line.strip();
            if (text.startsWith("[")) {
                inside = text.equals("[" + profile + "]");
            } else if (inside && text.indexOf('=') > 0 && !text.startsWith("#")) {
                int end = text.indexOf('=');
                values.put(
                        text.substring(0, end).strip(), text.substring(end + 1).strip());
            }
        }
        String key = values.get("aws_access_key_id");
        String secret = values.get("aws_secret_access_key");
        if (key == null || secret == null) {
            throw new IOException(
                    file + " has no aws_access_key_id and aws_secret_access_key for the profile " + profile);
        }
        return new S3Credentials(key, secret, values.get("aws_session_token"));
    }

    private S3Credentials ofContainer(String address, Instant now) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setConnectTimeout(MILLIS);
        connection.setReadTimeout(MILLIS);
        String tokenFile = environment.get("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
        String token = tokenFile == null
                ? environment.get("AWS_CONTAINER_AUTHORIZATION_TOKEN")
                : Files.readString(Path.of(tokenFile)).strip();
        if (token != null) {
            connection.setRequestProperty("Authorization", token);
        }
        try (InputStream in = connection.getInputStream()) {
            JsonObject json = JsonParser.parseString(new String(in.readNBytes(65_536), StandardCharsets.UTF_8))
                    .getAsJsonObject();
            Instant end = Instant.parse(json.get("Expiration").getAsString()).minus(READ_AGAIN);
            until = end.isBefore(now.plus(READ_AGAIN)) ? now.plusSeconds(5) : end;
            return new S3Credentials(
                    json.get("AccessKeyId").getAsString(),
                    json.get("SecretAccessKey").getAsString(),
                    json.get("Token").getAsString());
        } catch (JsonParseException | IllegalStateException | NullPointerException | DateTimeParseException none) {
            throw new IOException("the container's endpoint for credentials gives none");
        }
    }
}
