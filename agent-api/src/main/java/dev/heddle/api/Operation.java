package dev.heddle.api;

/**
 * What kind of call this is. Operations exist per version of the library: an operation that Heddle has never heard of
 * has one too, under the library's own name.
 *
 * @param category where the call passes
 * @param name the library's name for it, such as {@code start}, {@code handleSignal} or {@code executeActivity},
 *     or a gRPC method's full name as {@code package.Service/Method}; overloads share one name
 * @param carriesHeaders whether calls of this operation have {@linkplain Call#headers() headers} in the library's
 *     version at hand
 */
public record Operation(Category category, String name, boolean carriesHeaders) {
    /** The category in lower case and the name, as logs print it: {@code workflow outbound executeActivity}. */
    @Override
    public String toString() {
        return category.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ' ' + name;
    }
}
