package dev.heddle.extension.grpcauth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The methods of one server, by their services. */
final class ServerMethods {
    private final Map<String, List<String>> byService = new TreeMap<>();

    ServerMethods(List<String> methods) {
        for (String method : methods) {
            String service = method.substring(0, Math.max(0, method.lastIndexOf('/')));
            byService.computeIfAbsent(service, first -> new ArrayList<>()).add(method);
        }
    }

    /** Some of them for the log: a service stands for its methods where all are wanted. */
    String those(Predicate<String> wanted) {
        List<String> words = new ArrayList<>();
        byService.forEach((service, methods) -> {
            List<String> some = methods.stream().filter(wanted).toList();
            words.addAll(some.size() == methods.size() ? List.of(service) : some);
        });
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }
}
