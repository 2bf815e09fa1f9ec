package dev.heddle.agent.status;

import dev.heddle.agent.status.Status.Application;
import dev.heddle.agent.status.Status.Counts;
import dev.heddle.agent.status.Status.Extension;
import dev.heddle.agent.status.Status.LeftOut;
import dev.heddle.agent.status.Status.Library;
import dev.heddle.agent.status.Status.Operation;
import dev.heddle.agent.status.Status.Setting;
import dev.heddle.agent.status.Status.Time;
import dev.heddle.agent.status.Status.WovenClass;
import java.util.List;

/** Writes a status for people: what is wrong in colour, what nobody has to know left out. */
public final class StatusText {
    private static final String RED = "\u001b[31m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final boolean colours;
    private final StringBuilder text = new StringBuilder();

    private StatusText(boolean colours) {
        this.colours = colours;
    }

    /** The text of a status, with colours where there is a terminal. */
    public static String of(Status status, boolean colours) {
        StatusText text = new StatusText(colours);
        text.write(status);
        return text.text.toString();
    }

    private void write(Status status) {
        Status.Agent agent = status.agent();
        line(bold("Heddle " + agent.version() + " in process " + agent.pid()) + ", Java " + agent.java() + ", up "
                + TimeText.ofMillis(agent.uptime()) + ", " + status.time());
        field("agent", agent.jar());
        settings(agent.settings());
        if (status.applications().isEmpty()) {
            line("");
            line("No application has used Temporal or gRPC so far.");
        }
        status.applications().forEach(this::write);
    }

    private void write(Application application) {
        line("");
        line(bold("Application of " + application.loader()));
        if (application.refuses() != null) {
            line("  " + red("nothing is made here: " + application.refuses()));
        }
        for (Library library : application.libraries()) {
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
        for (LeftOut leftOut : application.leftOut()) {
            field("left out", red(leftOut.file() + ": " + leftOut.reason()));
        }
        if (application.extensions().isEmpty()) {
            line("  No extension is in force.");
        } else {
            summary(application.extensions());
        }
        application.extensions().forEach(this::write);
    }

    private void summary(List<Extension> extensions) {
        Table table = new Table();
        table.row("EXTENSION", "STATE", "CALLS", "IN FLIGHT", "FAILED", "REFUSED", "OWN TIME, MEDIAN", "99 %");
        for (Extension extension : extensions) {
            Counts counts = extension.counts();
            table.row(
                    extension.name(),
                    extension.state(),
                    counts.calls(),
                    counts.inFlight(),
                    counts.failures(),
                    counts.refusals(),
                    time(counts.own(), counts.own().median()),
                    time(counts.own(), counts.own().p99()));
        }
        line("");
        List<String> lines = table.lines("  ");
        for (int i = 0; i < lines.size(); i++) {
            boolean wrong = i > 0
                    && (!extensions.get(i - 1).state().equals("on")
                            || extensions.get(i - 1).counts().failures() > 0);
            line(wrong ? red(lines.get(i)) : lines.get(i));
        }
    }

    private static String time(Time of, long nanos) {
        return of.samples() == 0 ? "-" : TimeText.ofNanos(nanos);
    }

    private void write(Extension extension) {
        line("");
        line("  " + bold((extension.name() + " " + extension.version()).strip())
                + (extension.guard() ? ", a guard" : "") + ", order " + extension.order());
        field("file", extension.file());
        field("sha-256", extension.sha256());
        field("intercepts", extension.intercepts());
        settings(extension.settings());
        operations(extension.operations());
        if (extension.lastAccident() != null) {
            line("  "
                    + red("the last accident, in " + extension.lastAccident().operation() + " at "
                            + extension.lastAccident().time()));
            extension.lastAccident().stack().lines().forEach(each -> line("    " + each));
        }
    }

    private void operations(List<Operation> operations) {
        Table table = new Table();
        table.row("OPERATION", "CALLS", "IN FLIGHT", "FAILED", "REFUSED", "OWN TIME", "REST");
        boolean any = false;
        for (Operation operation : operations) {
            Counts counts = operation.counts();
            if (counts.calls() > 0 || counts.failures() > 0) {
                any = true;
                table.row(
                        operation.name(),
                        counts.calls(),
                        counts.inFlight(),
                        counts.failures(),
                        counts.refusals(),
                        time(counts.own(), counts.own().median()),
                        time(counts.rest(), counts.rest().median()));
            }
        }
        if (any) {
            table.lines("    ").forEach(this::line);
        }
    }

    private void settings(List<Setting> settings) {
        for (Setting setting : settings) {
            field("setting", setting.name() + "=" + setting.value() + " (" + setting.place() + ")");
        }
    }

    private void field(String name, String value) {
        line("  " + name + " ".repeat(Math.max(1, 12 - name.length())) + value);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private String bold(String words) {
        return colours ? BOLD + words + PLAIN : words;
    }

    private String red(String words) {
        return colours ? RED + words + PLAIN : words;
    }
}
