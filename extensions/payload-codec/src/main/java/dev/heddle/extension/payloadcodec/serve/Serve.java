package dev.heddle.extension.payloadcodec.serve;

import dev.heddle.api.PayloadCodec;
import dev.heddle.command.CommandSettings;
import dev.heddle.extension.payloadcodec.PrivateFile;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The command {@code serve}: {@code serve [NAME=VALUE …]}, with the extension's settings by their short names. */
public final class Serve {
    private static final String USAGE =
            "usage: java -jar heddle-extension-payload-codec.jar serve [NAME=VALUE ...]; the names are those of the"
                    + " extension's settings, and port, host, token-file and origins";

    private Serve() {}

    /**
     * Serves until the JVM is ended.
     *
     * @throws IllegalArgumentException that says what is wrong with the arguments, settings or keys
     */
    public static void main(String[] arguments) throws Exception {
        List<String> all = Arrays.asList(arguments);
        if (all.isEmpty() || !all.get(0).equals("serve")) {
            throw new IllegalArgumentException(USAGE);
        }
        start(CommandSettings.of("payload-codec", all.subList(1, all.size()), System.getenv()), System.out);
    }

    /** Starts a server, and says where it listens. */
    static CodecServer start(CommandSettings settings, PrintStream out) throws Exception {
        PayloadCodec codec = ServedCodec.of(settings);
        AccessRules access = new AccessRules(
                InetAddress.getByName(settings.get("host", "127.0.0.1")),
                settings.get("port", 8081),
                token(settings.get("token-file")),
                settings.list("origins"));
        settings.refuseUnknown();
        CodecServer server = CodecServer.start(access, codec);
        out.println("decodes at " + server.address() + "/decode, encodes at " + server.address() + "/encode, for "
                + (access.token() == null ? "everyone on this machine" : "who has the token"));
        return server;
    }

    private static String token(String file) {
        if (file == null) {
            return null;
        }
        String token;
        try {
            token = new String(PrivateFile.read(Path.of(file)), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("token-file " + file + " cannot be read", unreadable);
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException("token-file " + unfit.getMessage(), unfit);
        }
        if (token.isEmpty()) {
            throw new IllegalArgumentException("token-file " + file + " is empty; put a token there");
        }
        return token;
    }
}
