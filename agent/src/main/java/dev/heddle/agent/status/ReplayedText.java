package dev.heddle.agent.status;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a replay for people: how many of which type, then what failed, those of one cause together. */
public final class ReplayedText {
    /** How many of those that failed alike are named. */
    private static final int NAMED = 3;

    private static final int LONGEST = 96;

    private final Page page;

    private ReplayedText(boolean colours) {
        this.page = new Page(colours);
    }

    /** The text of a replay. */
    public static String of(Replayed replayed, boolean colours) {
        ReplayedText text = new ReplayedText(colours);
        text.write(replayed);
        return text.page.toString();
    }

    private void write(Replayed replayed) {
        page.line(page.bold("Heddle " + replayed.version()) + ", Java " + replayed.java());
        page.field("application", shortened(replayed.application()));
        page.field("histories", replayed.source());
        for (Replayed.NotSent each : replayed.notSent()) {
            page.field("not sent", each.count() + " × " + each.call());
        }
        page.line("");
        types(replayed.histories());
        checks(new HistoryChecks(replayed.histories()));
        for (Map.Entry<String, List<Replayed.History>> alike :
                alike(replayed.histories()).entrySet()) {
            page.line("");
            failures(alike.getValue());
        }
        page.line("");
        int all = replayed.histories().size();
        long failed = replayed.failed();
        String time = TimeText.ofNanos(replayed.millis() * 1_000_000);
        page.line(
                failed == 0
                        ? "All were replayed, in " + time + "."
                        : page.red(failed + " of " + all + " could not be replayed") + ", in " + time + ".");
    }

    /** What it begins and ends with, for a class path has no end. */
    private static String shortened(String command) {
        int most = LONGEST / 2;
        return command.length() <= LONGEST
                ? command
                : command.substring(0, most) + " … " + command.substring(command.length() - most);
    }

    private void types(List<Replayed.History> histories) {
        Map<String, int[]> byType = new TreeMap<>();
        for (Replayed.History history : histories) {
            int[] counts = byType.computeIfAbsent(type(history), none -> new int[3]);
            counts[0]++;
            counts[1] += history.passed() ? 0 : 1;
            counts[2] += history.events();
        }
        Table table = new Table();
        table.row("WORKFLOW TYPE", "HISTORIES", "FAILED", "EVENTS");
        byType.forEach((type, counts) -> table.row(type, counts[0], counts[1], counts[2]));
        table.lines("  ").forEach(page::line);
    }

    private void checks(HistoryChecks checks) {
        if (!checks.versions().isEmpty()) {
            page.line("");
            checks.versions().forEach(page::line);
        }
        if (!checks.nearLimits().isEmpty()) {
            page.line("");
            checks.nearLimits().forEach(line -> page.line("  " + line));
        }
    }

    private static String type(Replayed.History history) {
        return history.workflowType() == null ? "(unreadable)" : history.workflowType();
    }

    /** Those of one type whose failures differ in nothing but numbers. */
    private static Map<String, List<Replayed.History>> alike(List<Replayed.History> histories) {
        Map<String, List<Replayed.History>> alike = new LinkedHashMap<>();
        for (Replayed.History history : histories) {
            if (!history.passed()) {
                // What an extension knows beside, such as a line, may differ from one to the other.
                String said = history.detail().lines().findFirst().orElse("");
                String key = history.cause() + type(history) + said.replaceAll("\\d+", "0");
                alike.computeIfAbsent(key, none -> new ArrayList<>()).add(history);
            }
        }
        return alike;
    }

    private void failures(List<Replayed.History> alike) {
        Replayed.History first = alike.get(0);
        String type = first.workflowType() == null ? "" : " " + first.workflowType();
        page.line("  " + page.red(alike.size() + type + ": " + first.reason()));
        first.detail().lines().forEach(line -> page.line("    " + line));
        for (int i = 0; i < Math.min(NAMED, alike.size()); i++) {
            page.line("    - " + alike.get(i).place());
        }
        if (alike.size() > NAMED) {
            page.line("    - and " + (alike.size() - NAMED) + " more");
        }
    }
}
