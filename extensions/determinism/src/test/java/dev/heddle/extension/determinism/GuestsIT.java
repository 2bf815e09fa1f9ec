package dev.heddle.extension.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import acme.guest.GuestApplication;
import acme.guest.OtherVisitor;
import acme.guest.Visitor;
import acme.shop.ShopApplication;
import acme.shop.WrongOrder;
import dev.heddle.harness.ForkedJvm;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workflows whose classes are none that a Java compiler has left on the class path. */
class GuestsIT {
    @TempDir
    Path folder;

    private static List<String> findings(String output) {
        return output.lines()
                .filter(line -> line.contains("WARN heddle - extension determinism: "))
                .map(line -> line.substring(line.indexOf("workflow "), line.indexOf("; use ")))
                .toList();
    }

    /** A busy machine lets a workflow wait, which is none of its doing. */
    private static ForkedJvm jvm(String settings) {
        return CorpusRun.jvm(settings).classPath(ForkedJvm.customerClassPath()).environment("TEMPORAL_DEBUG", "true");
    }

    private static String guest(String... arguments) {
        return jvm("").run(GuestApplication.class.getName(), arguments).expectSuccess();
    }

    @Test
    void obfuscatedOnesAreNamedWithoutLines() throws Exception {
        Obfuscator obfuscator = new Obfuscator("acme/shop", "acme/shop/Shop");
        Path jar = obfuscator.write(folder.resolve("shop.jar"));
        String main = obfuscator.name(ShopApplication.class);
        String wrong = obfuscator.name(WrongOrder.class);
        String output = shop(jar, "", main, "wrong");
        assertThat(findings(output))
                .as(output)
                .containsExactlyInAnyOrder(
                        "workflow Order: random: " + wrong + ".<init> calls java.util.Random",
                        "workflow Order: time: " + wrong + '.' + obfuscator.method("lambda$new$0")
                                + " calls java.lang.System.currentTimeMillis",
                        "workflow Order: time: " + wrong + '.' + obfuscator.method("lambda$order$1")
                                + " calls java.lang.System.nanoTime",
                        "workflow Order: environment: " + wrong + ".pay calls java.lang.System.getenv");
        assertThat(output).contains("extension determinism: 4 places", "answer done 0");
        assertThat(shop(jar, "", main, "clean"))
                .contains("extension determinism: 0 places")
                .doesNotContain("WARN heddle", "ERROR heddle");
        assertThat(shop(jar, ",extension.determinism.mode=off", main, "moved"))
                .containsPattern("\n  history  event 5, activity Take\n  code     timer, at \\w+\\.order\n"
                        + "  before   this JVM has run the same code, which asked for activity Take, at \\w+\\.order: ")
                .contains("answer paid 1");
    }

    private static String shop(Path jar, String settings, String main, String order) {
        String names = Path.of("target", "test-classes").toAbsolutePath() + File.pathSeparator;
        return jvm(settings)
                .classPath(
                        jar + File.pathSeparator + ForkedJvm.customerClassPath().replace(names, ""))
                .run(main, order)
                .expectSuccess();
    }

    @Test
    void groovysAreSeenWhereTheyAreCompiledAsJavaIs() {
        String output = guest("groovy", "CompiledGuest.groovy");
        assertThat(findings(output))
                .as(output)
                .hasSize(2)
                .anyMatch(line ->
                        line.matches("workflow Visits: time: acme\\.guest\\.CompiledGuest\\$\\w+\\.doCall:9 calls "
                                + "java\\.lang\\.System\\.currentTimeMillis"))
                .anyMatch(line -> line.matches("workflow Visits: random: acme\\.guest\\.CompiledGuest\\.visit:18 calls "
                        + "java\\.lang\\.Math\\.random"));
        assertThat(output).contains("answer Ann0false", "state Bob");
        String loose = guest("groovy", "LooseGuest.groovy");
        assertThat(loose)
                .contains("answer Ann 3", "state 1 of BOB", "extension determinism: 0 places")
                .doesNotContain("WARN heddle", "ERROR heddle");
    }

    /** Its parent has a build of the same class that does nothing wrong, and finds its file first. */
    @Test
    void thoseOfAChildFirstLoaderAreJudgedByTheirOwnBuild() throws Exception {
        Path jar = folder.resolve("visitor.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            ClassWriter writer = new ClassWriter(0);
            SimpleRemapper renaming =
                    new SimpleRemapper(Opcodes.ASM9, internal(OtherVisitor.class), internal(Visitor.class));
            new ClassReader(OtherVisitor.class.getResourceAsStream("OtherVisitor.class"))
                    .accept(new ClassRemapper(writer, renaming), 0);
            out.putNextEntry(new JarEntry(internal(Visitor.class) + ".class"));
            out.write(writer.toByteArray());
            out.closeEntry();
        }
        String output = guest("child-first", jar.toString());
        assertThat(findings(output))
                .as(output)
                .hasSize(2)
                .anyMatch(line ->
                        line.contains("random: acme.guest.Visitor.lambda$new$0:11 calls java.util.UUID.randomUUID"))
                .anyMatch(
                        line -> line.contains("random: acme.guest.Visitor.<init>:12 calls java.util.UUID.randomUUID"));
        assertThat(output).contains("answer Ann", "state gone").doesNotContain("ERROR heddle");
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    @Test
    void soAreThoseOfAnApplicationThatIsThereTwice() {
        String output = guest(ShopApplication.class.getName(), "wrong");
        assertThat(findings(output)).as(output).hasSize(4);
        assertThat(output).contains("extension determinism: 4 places", "answer done 0");
    }
}
