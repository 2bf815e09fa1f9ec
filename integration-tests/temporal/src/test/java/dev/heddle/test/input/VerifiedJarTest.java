package dev.heddle.test.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Rights;
import dev.heddle.test.AnnouncingExtension;
import dev.heddle.test.CustomerApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extensions that an operator has not allowed, or nobody trusted has signed: one line, and an application without them. */
class VerifiedJarTest {
    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");
    private static final String INTERCEPTED = "intercepted: start";

    @TempDir
    static Path folder;

    private static Path plain;
    private static Path ours;
    private static Path theirs;

    @BeforeAll
    static void sign() throws Exception {
        folder = folder.toRealPath();
        plain = new ExtensionJarBuilder().provider(AnnouncingExtension.class).write(folder.resolve("plain/good.jar"));
        ours = signed("ours");
        theirs = signed("theirs");
    }

    private static Path signed(String alias) throws Exception {
        String keys = folder.resolve("keys").toString();
        String[] store = {"-keystore", keys, "-storepass", "changeit"};
        tool("keytool", store, "-genkeypair", "-keyalg", "EC", "-alias", alias, "-dname", "CN=" + alias);
        tool(
                "keytool",
                store,
                "-exportcert",
                "-rfc",
                "-alias",
                alias,
                "-file",
                pem(alias).toString());
        Rights.close(pem(alias));
        Path jar = folder.resolve(alias).resolve("good.jar");
        Files.createDirectory(jar.getParent());
        tool("jarsigner", store, "-signedjar", jar.toString(), plain.toString(), alias);
        Rights.close(jar);
        return jar;
    }

    private static Path pem(String alias) {
        return folder.resolve(alias + ".pem");
    }

    private static void tool(String name, String[] store, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(BIN.resolve(name).toString()));
        if (name.equals("jarsigner")) {
            command.addAll(List.of(store));
            command.addAll(List.of(words));
        } else {
            command.addAll(List.of(words));
            command.addAll(List.of(store));
        }
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tool.waitFor()).as(said).isZero();
    }

    private static Path sums(String name, String sum) throws IOException {
        Path sums = Files.writeString(folder.resolve(name), sum + "  good.jar\n");
        Rights.close(sums);
        return sums;
    }

    private static String sum(Path jar) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    }

    private static ForkedJvm jvm(Path jar, String setting, Path file) {
        return ForkedJvm.ofCustomer()
                .agent("extensions=" + jar.getParent())
                .option("-Dheddle.extensions." + setting + "=" + file);
    }

    private static void assertLoaded(Path jar, String setting, Path file) {
        String output =
                jvm(jar, setting, file).run(CustomerApplication.class.getName()).expectSuccess();
        assertThat(output.lines()).contains(CustomerApplication.GREETING, INTERCEPTED);
        assertThat(output).doesNotContain("ERROR heddle", "WARN heddle");
    }

    private static void assertLeftOut(Path jar, String setting, Path file, String... reason) {
        String output =
                jvm(jar, setting, file).run(CustomerApplication.class.getName()).expectSuccess();
        assertThat(output.lines()).contains(CustomerApplication.GREETING).doesNotContain(INTERCEPTED);
        assertThat(output.lines().filter(line -> line.contains(" heddle - ")))
                .singleElement()
                .asString()
                .contains("ERROR heddle - extension " + jar + " is left out: ")
                .contains(reason);
        assertThat(jvm(jar, setting, file)
                        .option("-Dheddle.required=good")
                        .run(RequiredTest.Maker.class.getName())
                        .expectSuccess())
                .contains("server: heddle.required names good", "stubs: heddle.required names good");
    }

    @Test
    void whatHasAnAllowedSumIsLoaded() throws Exception {
        assertLoaded(plain, "allowed", sums("allowed", sum(plain)));
    }

    @Test
    void whatHasAnotherSumIsLeftOut() throws Exception {
        assertLeftOut(plain, "allowed", sums("others", sum(ours)), sum(plain), "heddle.extensions.allowed");
    }

    @Test
    void whatATrustedOneHasSignedIsLoaded() {
        assertLoaded(ours, "signers", pem("ours"));
    }

    @Test
    void whatNobodyHasSignedIsLeftOut() {
        assertLeftOut(plain, "signers", pem("ours"), "heddle.extensions.signers");
    }

    @Test
    void whatAStrangerHasSignedIsLeftOut() {
        assertLeftOut(theirs, "signers", pem("ours"), "CN=theirs");
    }

    @Test
    void whereBothAreAskedForOneIsNotEnough() throws Exception {
        assertThat(jvm(plain, "allowed", sums("still", sum(plain)))
                        .option("-Dheddle.extensions.signers=" + pem("ours"))
                        .run(CustomerApplication.class.getName())
                        .expectSuccess())
                .contains(CustomerApplication.GREETING, "is left out")
                .doesNotContain(INTERCEPTED);
    }
}
