package dev.heddle.extension.grpcauth;

import dev.heddle.api.Settings;
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
     * @param exempt the methods that are none of it, unless somebody has chosen the methods
     */
    static Side read(Settings settings, Notices notices, List<String> exempt) {
        String side = notices.side();
        // All are asked for before any is judged, because one that nobody asks for is reported as unknown.
        List<String> only = settings.list(side + ".only", "*");
        List<String> except = settings.list(side + ".except");
        List<String> exempted = settings.get(side + ".only") == null ? exempt : List.of();
        String header = settings.get(side + ".header", "authorization");
        String scheme = settings.get(side + ".scheme", "");
        TokenSource.given(settings, side);
        settings.get("reload");
        try {
            return new Side(
                    new Header(header, scheme),
                    new Methods(only, except, exempted),
                    TokenSource.open(settings, side, notices));
        } catch (IllegalArgumentException unfit) {
            notices.refuses("in " + notices.key("*") + ", " + unfit.getMessage());
            return new Side(new Header("authorization", ""), new Methods(List.of("*"), List.of(), exempt), Tokens.NONE);
        }
    }

    /** Whether somebody has set a token, be it a good one or not. */
    boolean hasTokens() {
        return tokens != null;
    }

    /** The tokens; without any, none is good. */
    Tokens tokensOrNone() {
        return tokens == null ? Tokens.NONE : tokens;
    }

    /** For the log: which methods, by which header, with how many tokens. */
    @Override
    public String toString() {
        int count = tokensOrNone().now().size();
        return methods + ", by the header " + header.name() + ", with " + count + (count == 1 ? " token" : " tokens");
    }
}
