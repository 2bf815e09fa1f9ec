package dev.heddle.test.loaders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What of the agent's JAR an application can see: it tries each entry, by each name that it might have. */
class VisibilityTest {
    private static final List<String> ENTRANCE = List.of(
            "dev.heddle.agent.bootstrap.AgentJar",
            "dev.heddle.agent.bootstrap.AgentLoader",
            "dev.heddle.agent.bootstrap.Hook",
            "dev.heddle.agent.bootstrap.Main",
            "dev.heddle.agent.bootstrap.Packed",
            "dev.heddle.agent.bootstrap.Premain",
            "dev.heddle.agent.bootstrap.package-info");

    /** An application that prints what it can load of a JAR, with nothing else on its class path. */
    public static final class Curious {
        private Curious() {}

        public static void main(String[] arguments) throws IOException {
            ClassLoader loader = Curious.class.getClassLoader();
            for (String entry : entries(arguments[0])) {
                for (String name : List.of(entry, entry.substring(entry.indexOf('/') + 1))) {
                    String className = name.replaceFirst("\\.class(data)?$", "").replace('/', '.');
                    if (loads(loader, className)) {
                        System.out.println("class " + className);
                    }
                    if (!name.endsWith(".classdata") && loader.getResource(name) != null) {
                        System.out.println("resource " + name);
                    }
                }
            }
        }

        private static boolean loads(ClassLoader loader, String name) {
            try {
                return loader.loadClass(name) != null;
            } catch (ClassNotFoundException | LinkageError hidden) {
                return false;
            }
        }
    }

    private static List<String> entries(String jar) throws IOException {
        try (JarFile file = new JarFile(jar)) {
            return file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> entry.getName())
                    .toList();
        }
    }

    @Test
    void theApplicationSeesTheApiAndTheEntranceAlone() {
        String output = ForkedJvm.ofCustomer()
                .classPath(Curious.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .agent("")
                .run(Curious.class.getName(), Repository.agentJar().toString())
                .expectSuccess();
        List<String> api =
                output.lines().filter(line -> line.contains("dev.heddle.api.")).toList();
        assertThat(api).contains("class dev.heddle.api.Extension", "class dev.heddle.api.Call");
        List<String> others = output.lines()
                .filter(line -> !line.contains("dev/heddle/api/") && !line.contains("dev.heddle.api."))
                .toList();
        List<String> expected = Stream.of(
                        ENTRANCE.stream().map(name -> "class " + name),
                        ENTRANCE.stream().map(name -> "resource " + name.replace('.', '/') + ".class"),
                        Stream.of("META-INF/MANIFEST.MF", "META-INF/LICENSE", "agent/simplelogger.properties")
                                .map(name -> "resource " + name))
                .flatMap(names -> names)
                .toList();
        assertThat(others).containsExactlyInAnyOrderElementsOf(expected);
    }
}
