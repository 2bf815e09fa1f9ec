package dev.heddle.soak.live;

import com.sun.tools.attach.VirtualMachine;
import dev.heddle.agent.bootstrap.InstalledAgent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LongSummaryStatistics;
import java.util.concurrent.TimeUnit;

/** What an operator does in a round, and what the application's calls must show of it. */
final class Round {
    private final Load load;
    private final Path folder;
    private final Path live;
    private final String agentJar;
    private final LongSummaryStatistics attached = new LongSummaryStatistics();
    private final LongSummaryStatistics detached = new LongSummaryStatistics();
    private final LongSummaryStatistics reloaded = new LongSummaryStatistics();

    Round(Load load, Path folder, String agentJar) {
        this.load = load;
        this.folder = folder;
        this.live = folder.resolve("live");
        this.agentJar = agentJar;
    }

    /** Brings the agent into this JVM, which works on. */
    void attach() throws Exception {
        long begin = System.nanoTime();
        VirtualMachine self =
                VirtualMachine.attach(String.valueOf(ProcessHandle.current().pid()));
        self.loadAgent(agentJar, "extensions=" + live + ",close.delay=100ms");
        self.detach();
        attached.accept(millisSince(begin));
    }

    void play() throws Exception {
        expectAll("first");
        put("second-1.jar", "second.jar");
        expect("second 1 is in force", InstalledAgent.control("reload", false));
        expectAll("second");
        put("second-2.jar", "second.jar");
        expect("second 2 takes the place of second 1", InstalledAgent.control("reload", false));
        expectAll("second");
        expect("first 1 is taken out", InstalledAgent.control("disable", "first", false));
        load.pass();
        expectNone("first");
        expect("first 1 is in force", InstalledAgent.control("enable", "first", false));
        expectAll("first");
        Files.write(live.resolve("second.jar"), new byte[100]);
        String refused = InstalledAgent.control("reload", false);
        if (!refused.startsWith("refused: extension second 2 stays in force")) {
            Tally.get().problem("after a broken JAR: " + refused);
        }
        expectAll("second");
        Files.delete(live.resolve("second.jar"));
        expect("second 2 is taken out", InstalledAgent.control("reload", false));
        detach();
        load.pass();
        expectNone("first");
    }

    private void detach() throws Exception {
        long begin = System.nanoTime();
        String gone = InstalledAgent.control("detach", false);
        detached.accept(millisSince(begin));
        if (!gone.contains("Heddle has left this JVM")) {
            Tally.get().problem("detached: " + gone);
        }
    }

    /** Ten extensions come, others take their place, again and again, and the agent leaves with them. */
    void reloadTen() throws Exception {
        for (int version = 1; version <= 20; version++) {
            for (int i = 0; i < 10; i++) {
                put("ten-" + i + "-" + (version % 2 + 1) + ".jar", "ten-" + i + ".jar");
            }
            long begin = System.nanoTime();
            String line = InstalledAgent.control("reload", false);
            reloaded.accept(millisSince(begin));
            if (line.split(";").length != 10) {
                Tally.get().problem("ten extensions: " + line);
            }
            load.pass();
        }
        expectAll("ten-9");
        detach();
    }

    private static long millisSince(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    /** How long it took, in milliseconds. */
    String figures() {
        return "attach %s; detach %s; reload of ten extensions %s"
                .formatted(text(attached), text(detached), text(reloaded));
    }

    private static String text(LongSummaryStatistics millis) {
        return "%d to %d ms, on average %.0f".formatted(millis.getMin(), millis.getMax(), millis.getAverage());
    }

    private void put(String spare, String name) throws Exception {
        Files.copy(folder.resolve("spare").resolve(spare), live.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void expect(String expected, String line) {
        if (!expected.equals(line)) {
            Tally.get().problem("not " + expected + ", but " + line);
        }
    }

    /** Each kind of call passes the extension. */
    private void expectAll(String extension) throws InterruptedException {
        for (String kind : new String[] {
            "client", "workflow inbound", "workflow outbound", "activity inbound", "grpc client", "grpc server"
        }) {
            String what = extension + " " + kind;
            long before = Tally.get().intercepted(what);
            for (int i = 0; Tally.get().intercepted(what) == before; i++) {
                if (i == 50) {
                    Tally.get().problem("no call of " + kind + " passes " + extension);
                    return;
                }
                load.pass();
            }
        }
    }

    /** No call that begins now passes the extension; some that have begun may be late. */
    private void expectNone(String extension) throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            long before = Tally.get().intercepted(extension + " grpc server");
            load.pass();
            if (Tally.get().intercepted(extension + " grpc server") == before) {
                return;
            }
        }
        Tally.get().problem("calls pass " + extension + ", which is out");
    }
}
