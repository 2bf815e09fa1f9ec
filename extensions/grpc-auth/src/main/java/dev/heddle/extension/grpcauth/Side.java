package dev.heddle.extension.grpcauth;

import dev.heddle.api.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * What is set for the client or the server.
 *
 * @param header where the token stands
 * @param methods whose calls carry one
 * @param tokens {@code null} if none is set
 */
record Side(Header header, Methods methods, Tokens tokens) {
    /**
     * Reads the settings of a side; if they make no sense that is told, and there are no tokens.
     *
     * @param exempt the services that are none of it, unless somebody has chosen the services
     */
    static Side read(Settings settings, String side, Notices notices, List<String> exempt) {
        // All are asked for before any is judged, because one that nobody asks for is reported as unknown.
        List<String> only = settings.list(side + ".only", "*");
        List<String> except = new ArrayList<>(settings.list(side + ".except"));
        String header = settings.get(side + ".header", "authorization");
        String scheme = settings.get(side + ".scheme", "");
        TokenSource.given(settings, side);
        settings.get("reload");
        if (settings.get(side + ".only") == null) {
            except.addAll(exempt);
        }
        try {
            return new Side(
                    new Header(header, scheme), new Methods(only, except), TokenSource.open(settings, side, notices));
        } catch (IllegalArgumentException unfit) {
            notices.refuses("in " + notices.key(side) + ".*, " + unfit.getMessage());
            return new Side(new Header("authorization", ""), new Methods(List.of("*"), exempt), Tokens.NONE);
        }
    }

    /** Whether somebody has set a token. */
    boolean hasTokens() {
        return tokens != null;
    }
}
