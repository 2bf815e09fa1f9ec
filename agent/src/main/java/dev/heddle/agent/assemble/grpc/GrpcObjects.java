package dev.heddle.agent.assemble.grpc;

import dev.heddle.agent.assemble.ChainCheck;
import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.assemble.LibraryVersion;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.api.Category;
import io.grpc.ServerInterceptor;
import java.util.ArrayList;
import java.util.List;

/** Checks that the channels and servers that gRPC makes are intercepted; each kind by the category of its calls. */
final class GrpcObjects {
    private final Chains chains;
    private final ChainCheck check = new ChainCheck();

    GrpcObjects(Chains chains) {
        this.chains = chains;
    }

    /** One is about to be made. */
    Object begin(Category category) {
        check.begin(kind(category));
        return null;
    }

    /** Its interceptors have been extended. */
    void extended(Category category) {
        check.extended(kind(category));
    }

    /** One has been made: that, or what the application is to get instead. */
    Object check(Category category, Object made) {
        List<ExtensionHealth> wanting = check.isMissed(kind(category)) ? chains.wanting(category) : List.of();
        if (wanting.isEmpty()) {
            return made;
        }
        List<String> guards = new ArrayList<>();
        for (ExtensionHealth extension : wanting) {
            if (extension.isIndispensable()) {
                guards.add(extension.name());
            }
        }
        String library = LibraryVersion.of("grpc-java", ServerInterceptor.class);
        Throwable refusal = check.report(kind(category), library, guards);
        return refusal == null ? made : refusal;
    }

    private static String kind(Category category) {
        return category == Category.GRPC_CLIENT ? "gRPC channel" : "gRPC server";
    }
}
