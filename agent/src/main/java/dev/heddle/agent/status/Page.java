package dev.heddle.agent.status;

import dev.heddle.agent.status.Status.Library;
import dev.heddle.agent.status.Status.Setting;
import dev.heddle.agent.status.Status.WovenClass;

/** A page for people: aligned fields, what is wrong in colour where there is a terminal. */
final class Page {
    private static final String RED = "\u001b[31m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final boolean colours;
    private final StringBuilder text = new StringBuilder();

    Page(boolean colours) {
        this.colours = colours;
    }

    void library(Library library) {
        long woven = library.classes().stream()
                .filter(each -> each.problem() == null)
                .count();
        field("library", library.name() + ", " + woven + (woven == 1 ? " class" : " classes") + " woven");
        for (WovenClass each : library.classes()) {
            if (each.problem() != null) {
                line("              " + red(each.name() + " " + each.problem()));
            }
        }
    }

    void setting(Setting setting) {
        field("setting", setting.name() + "=" + setting.value() + " (" + setting.place() + ")");
    }

    void field(String name, String value) {
        line("  " + name + " ".repeat(Math.max(1, 12 - name.length())) + value);
    }

    void line(String line) {
        text.append(line).append('\n');
    }

    String bold(String words) {
        return colours ? BOLD + words + PLAIN : words;
    }

    String red(String words) {
        return colours ? RED + words + PLAIN : words;
    }

    /** What has been written. */
    @Override
    public String toString() {
        return text.toString();
    }
}
