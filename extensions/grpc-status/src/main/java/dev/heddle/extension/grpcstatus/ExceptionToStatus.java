package dev.heddle.extension.grpcstatus;

import static dev.heddle.api.Selector.GRPC_SERVER;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Gives the exceptions of gRPC handlers the status that they stand for, thrown or reported to the library, at once or
 * later. An exception that is a status, of the library's or as {@link dev.heddle.api.GrpcException}, ends the call with
 * that one, and a status that the handler has closed the call with stays. Settings:
 *
 * <ul>
 *   <li>{@code map}: exceptions and their codes, as {@code java.util.NoSuchElementException=NOT_FOUND}, separated by
 *       commas; in the agent's argument with a colon in place of the equals sign. A class or interface means its
 *       subclasses too. The nearest wins: the exception before its causes, a class before those above it.
 *   <li>{@code default}: the code of any other exception; unless it is set, gRPC's own UNKNOWN. Never OK.
 *   <li>{@code messages}: {@code true} tells the caller the exception's message, which may hold secrets; by default the
 *       caller gets the code alone.
 * </ul>
 */
public final class ExceptionToStatus implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        CodesByClass codes = CodesByClass.read(settings);
        Translation translation =
                new Translation(codes, Codes.read(settings, "default"), settings.get("messages", false));
        interceptors.on(
                GRPC_SERVER,
                call -> call.response()
                        .exceptionallyCompose(
                                failure -> CompletableFuture.failedFuture(translation.of(unwrap(failure)))));
    }

    private static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Further in than most, so that they see the status that the caller gets. */
    @Override
    public int order() {
        return 100;
    }
}
