package dev.heddle.agent.status;

import dev.heddle.agent.status.Status.Application;
import dev.heddle.agent.status.Status.Counts;
import dev.heddle.agent.status.Status.Extension;
import dev.heddle.agent.status.Status.LeftOut;
import dev.heddle.agent.status.Status.Library;
import dev.heddle.agent.status.Status.Operation;
import dev.heddle.agent.status.Status.Time;
import java.util.List;

/** Writes a status for people: what is wrong in colour, what nobody has to know left out. */
public final class StatusText {
    private final Page page;

    private StatusText(boolean colours) {
        this.page = new Page(colours);
    }

    /** The text of a status, with colours where there is a terminal. */
    public static String of(Status status, boolean colours) {
        StatusText text = new StatusText(colours);
        text.write(status);
        return text.page.toString();
    }

    private void write(Status status) {
        Status.Agent agent = status.agent();
        page.line(page.bold("Heddle " + agent.version() + " in process " + agent.pid()) + ", Java " + agent.java()
                + ", up " + TimeText.ofMillis(agent.uptime()) + ", " + status.time());
        page.field("agent", agent.jar());
        agent.settings().forEach(page::setting);
        agent.leftThreads().forEach(each -> page.field("threads", page.red(each.line())));
        if (status.applications().isEmpty()) {
            page.line("");
            page.line("No application has used Temporal or gRPC so far.");
        }
        status.applications().forEach(this::write);
    }

    private void write(Application application) {
        page.line("");
        page.line(page.bold("Application of " + application.loader()));
        if (application.refuses() != null) {
            page.line("  " + page.red("nothing is made here: " + application.refuses()));
        }
        for (Library library : application.libraries()) {
            page.library(library);
        }
        for (LeftOut leftOut : application.leftOut()) {
            page.field("left out", page.red(leftOut.file() + ": " + leftOut.reason()));
        }
        if (application.extensions().isEmpty()) {
            page.line("  No extension is in force.");
        } else {
            summary(application.extensions());
        }
        application.extensions().forEach(this::write);
    }

    private void summary(List<Extension> extensions) {
        Table table = new Table();
        table.row(
                "EXTENSION", "STATE", "CALLS", "IN FLIGHT", "OLDEST", "FAILED", "REFUSED", "OWN TIME, MEDIAN", "99 %");
        for (Extension extension : extensions) {
            Counts counts = extension.counts();
            table.row(
                    extension.name(),
                    extension.state(),
                    counts.calls(),
                    counts.inFlight(),
                    counts.oldest() == 0 ? "-" : TimeText.ofNanos(counts.oldest()),
                    counts.failures(),
                    counts.refusals(),
                    time(counts.own(), counts.own().median()),
                    time(counts.own(), counts.own().p99()));
        }
        page.line("");
        List<String> lines = table.lines("  ");
        for (int i = 0; i < lines.size(); i++) {
            boolean wrong = i > 0
                    && (!extensions.get(i - 1).state().equals("on")
                            || extensions.get(i - 1).counts().failures() > 0);
            page.line(wrong ? page.red(lines.get(i)) : lines.get(i));
        }
    }

    private static String time(Time of, long nanos) {
        return of.samples() == 0 ? "-" : TimeText.ofNanos(nanos);
    }

    private void write(Extension extension) {
        page.line("");
        page.line("  " + page.bold((extension.name() + " " + extension.version()).strip())
                + (extension.guard() ? ", a guard" : "") + ", order " + extension.order());
        page.field("file", extension.file());
        page.field("sha-256", extension.sha256());
        page.field("intercepts", extension.intercepts());
        extension.settings().forEach(page::setting);
        operations(extension.operations());
        if (extension.lastAccident() != null) {
            page.line("  "
                    + page.red(
                            "the last accident, in " + extension.lastAccident().operation() + " at "
                                    + extension.lastAccident().time()));
            extension.lastAccident().stack().lines().forEach(each -> page.line("    " + each));
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
            table.lines("    ").forEach(page::line);
        }
    }
}
