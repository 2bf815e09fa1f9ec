package dev.heddle.test.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Category;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An error of an interceptor's own, in each category: the application goes on, and a line names the extension. */
class EveryCategoryTest {
    private static final Map<Category, Class<? extends Erring>> EXTENSIONS = Map.of(
            Category.CLIENT, Erring.OfClient.class,
            Category.WORKFLOW_INBOUND, Erring.OfWorkflowInbound.class,
            Category.WORKFLOW_OUTBOUND, Erring.OfWorkflowOutbound.class,
            Category.ACTIVITY_INBOUND, Erring.OfActivityInbound.class,
            Category.ACTIVITY_OUTBOUND, Erring.OfActivityOutbound.class,
            Category.NEXUS_INBOUND, Erring.OfNexusInbound.class,
            Category.NEXUS_OUTBOUND, Erring.OfNexusOutbound.class,
            Category.GRPC_CLIENT, Erring.OfGrpcClient.class,
            Category.GRPC_SERVER, Erring.OfGrpcServer.class);
    private static final List<Class<? extends Error>> ERRORS =
            List.of(AssertionError.class, OutOfMemoryError.class, StackOverflowError.class);

    @TempDir
    Path folder;

    @Test
    void everyErrorNamesItsExtensionOnce() {
        assertThat(EXTENSIONS).containsOnlyKeys(Category.values());
        EXTENSIONS.forEach((category, extension) -> new ExtensionJarBuilder()
                .with(Erring.class)
                .provider(extension)
                .write(folder.resolve(category.name().replace(' ', '-') + ".jar")));
        String output = new ForkedJvm()
                .agent("extensions=" + folder + ",failures=1000000")
                .run(EveryCategory.class.getName())
                .expectSuccess();
        assertThat(output.split("application: warm bread for counter, which is SERVING", -1))
                .hasSize(EveryCategory.ERRANDS + 1);
        Map<String, Long> lines = new TreeMap<>();
        Map<String, Long> expected = new TreeMap<>();
        for (Category category : EXTENSIONS.keySet()) {
            for (Class<? extends Error> error : ERRORS) {
                String of = category + " " + error.getName();
                expected.put(of, 1L);
                lines.put(of, count(output, category, error));
            }
        }
        assertThat(lines).as(output).isEqualTo(expected);
    }

    private static long count(String output, Category category, Class<? extends Error> error) {
        return output.lines()
                .filter(line -> line.contains(" failed in " + category + " ")
                        && line.contains(
                                "ERROR heddle - extension " + category.name().replace(' ', '-') + " ")
                        && line.contains(": " + error.getName()))
                .count();
    }
}
