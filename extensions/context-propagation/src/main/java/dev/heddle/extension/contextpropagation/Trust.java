package dev.heddle.extension.contextpropagation;

import static dev.heddle.api.Selector.INBOUND;

import dev.heddle.api.Call;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.Operation;
import dev.heddle.api.Selector;
import dev.heddle.api.Settings;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose headers are believed. Whoever may call can write any {@code userId} into a header, so a server that others can
 * reach takes what comes from there for a hint at most, or believes some callers only: the setting {@code trust} lists
 * what arrives, as logs name operations, or the addresses that gRPC calls come from, with {@code *} for any characters:
 * {@code workflow *, activity *, grpc server orders.internal.*, peer 10.0.*}. By default it is everybody.
 */
record Trust(List<Pattern> patterns, boolean ofPeers) {
    private static final String PEER = "peer ";

    static Trust of(Settings settings) {
        List<String> patterns = settings.list("trust", "*");
        return new Trust(
                patterns.stream().map(Trust::pattern).toList(),
                patterns.stream().anyMatch(pattern -> pattern.startsWith(PEER)));
    }

    private static Pattern pattern(String text) {
        String quoted = Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(quoted, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** The calls whose headers are believed. */
    Selector<Call> calls() {
        // Temporal's own calls are none of it, whatever is matched.
        Selector<Call> arriving = INBOUND.except("temporal.api.*");
        return ofPeers ? arriving.where(this::believes) : arriving.matching(this::believes);
    }

    private boolean believes(Operation operation) {
        return matches(operation.toString());
    }

    private boolean believes(Call call) {
        return believes(call.operation())
                || call instanceof GrpcCall grpc && grpc.peer() != null && matches(PEER + bare(grpc.peer()));
    }

    /** Java writes a slash before an address without a name. */
    private static String bare(String peer) {
        return peer.substring(peer.lastIndexOf('/') + 1);
    }

    private boolean matches(String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).matches());
    }
}
