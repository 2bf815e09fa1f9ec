package dev.heddle.stubs;

import io.grpc.HandlerRegistry;
import io.grpc.ServerMethodDefinition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The methods of a server, one for each scenario, and the journal of each. */
final class Stage extends HandlerRegistry {
    private final Map<String, ServerMethodDefinition<?, ?>> methods = new ConcurrentHashMap<>();
    private final Map<String, Journal> journals = new ConcurrentHashMap<>();

    void enter(ServerMethodDefinition<?, ?> method, Journal journal) {
        String name = method.getMethodDescriptor().getFullMethodName();
        methods.put(name, method);
        journals.put(name, journal);
    }

    Journal journal(String method) {
        return journals.get(method);
    }

    @Override
    public ServerMethodDefinition<?, ?> lookupMethod(String method, String authority) {
        return methods.get(method);
    }
}
