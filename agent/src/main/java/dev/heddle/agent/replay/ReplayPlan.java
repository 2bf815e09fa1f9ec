package dev.heddle.agent.replay;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/**
 * What somebody wants replayed, as {@code replay} has written it down for the JVM that it starts.
 *
 * @param application the command that starts it, in words
 * @param from the folder or file of histories; {@code null} for those of a server
 * @param address of the server; {@code null} for the one that the application names
 * @param namespace on it; {@code null} for the application's
 * @param query which of its executions; {@code null} for all
 * @param workflows the IDs of workflows, instead of a query
 * @param save the folder where what a server has sent is kept; {@code null} for nowhere
 * @param limit how many executions of it at most
 * @param parallel how many are replayed at a time
 * @param patience how long the application may take until it has a worker
 * @param quiet after how long without another worker there are no more
 * @param colours whether the report is for a terminal that has them
 * @param json where the report is to be as JSON; {@code null} for nowhere
 * @param junit likewise as JUnit's XML
 */
record ReplayPlan(
        String application,
        Path from,
        String address,
        String namespace,
        String query,
        List<String> workflows,
        Path save,
        int limit,
        int parallel,
        Duration patience,
        Duration quiet,
        boolean colours,
        Path json,
        Path junit) {

    static ReplayPlan read(Path folder) throws IOException {
        Properties plan = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve("plan"))) {
            plan.load(in);
        }
        return new ReplayPlan(
                plan.getProperty("application"),
                path(plan, "from"),
                plan.getProperty("address"),
                plan.getProperty("namespace"),
                plan.getProperty("query"),
                plan.containsKey("workflows")
                        ? List.of(plan.getProperty("workflows").split("\n"))
                        : List.of(),
                path(plan, "save"),
                Integer.parseInt(plan.getProperty("limit")),
                Integer.parseInt(plan.getProperty("parallel")),
                Duration.ofSeconds(Long.parseLong(plan.getProperty("patience"))),
                Duration.ofSeconds(Long.parseLong(plan.getProperty("quiet"))),
                plan.containsKey("colours"),
                path(plan, "json"),
                path(plan, "junit"));
    }

    private static Path path(Properties plan, String name) {
        return plan.containsKey(name) ? Path.of(plan.getProperty(name)) : null;
    }
}
