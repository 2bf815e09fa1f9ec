package dev.heddle.benchmarks.start;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** Runs the Spring Boot application from its JAR, and says what it took when it ends. */
public final class SpringBootApplication {
    private SpringBootApplication() {}

    public static void main(String[] arguments) throws Throwable {
        Runtime.getRuntime().addShutdownHook(new Thread(PeakMemory::print));
        List<String> all = new ArrayList<>(List.of(arguments));
        if (Integer.getInteger("interceptors", 0) > 0) {
            all.add("--spring.main.sources=" + SpringBootByHand.class.getName());
        }
        MethodHandles.lookup()
                .findStatic(
                        Class.forName("parcels.ParcelApplication"),
                        "main",
                        MethodType.methodType(void.class, String[].class))
                .invoke(all.toArray(String[]::new));
    }
}
