package dev.heddle.agent.status;

import dev.heddle.agent.status.Check.Category;
import dev.heddle.agent.status.Check.Extension;
import dev.heddle.agent.status.Check.Operation;
import dev.heddle.agent.status.Status.LeftOut;
import java.util.ArrayList;
import java.util.List;

/** Writes a check for people, who want to know first of all what is wrong: that stands last, where a terminal ends. */
public final class CheckText {
    private final Page page;
    private final boolean operations;

    private CheckText(boolean colours, boolean operations) {
        this.page = new Page(colours);
        this.operations = operations;
    }

    /**
     * The text of a check.
     *
     * @param operations whether each operation has a line of its own
     */
    public static String of(Check check, boolean colours, boolean operations) {
        CheckText text = new CheckText(colours, operations);
        text.write(check);
        return text.page.toString();
    }

    private void write(Check check) {
        page.line(page.bold("Heddle " + check.version()) + ", Java " + check.java());
        page.field("checked", check.application());
        check.libraries().forEach(page::library);
        check.settings().forEach(page::setting);
        if (!check.categories().isEmpty()) {
            page.line("");
            categories(check.categories());
        }
        for (Extension extension : check.extensions()) {
            page.line("");
            page.line("  " + page.bold((extension.name() + " " + extension.version()).strip())
                    + (extension.guard() ? ", a guard" : "") + ", order " + extension.order());
            page.field("file", extension.file());
            page.field("sha-256", extension.sha256());
            page.field("intercepts", extension.intercepts());
            extension.settings().forEach(page::setting);
        }
        leftOut(check);
        page.line("");
        if (check.problems().isEmpty()) {
            page.line("No problem was found.");
        } else {
            int found = check.problems().size();
            page.line(page.red(found == 1 ? "One problem was found:" : found + " problems were found:"));
            check.problems().forEach(problem -> page.line("  - " + problem));
        }
    }

    /** Those that are not among the problems, because somebody wants it so. */
    private void leftOut(Check check) {
        List<LeftOut> wanted = new ArrayList<>();
        for (LeftOut leftOut : check.leftOut()) {
            if (check.problems().stream().noneMatch(problem -> problem.contains(leftOut.file()))) {
                wanted.add(leftOut);
            }
        }
        if (!wanted.isEmpty()) {
            page.line("");
            wanted.forEach(each -> page.field("left out", each.file() + ": " + each.reason()));
        }
    }

    private void categories(List<Category> categories) {
        Table table = new Table();
        List<String> by = new ArrayList<>();
        table.row("CATEGORY", "OPERATIONS", "INTERCEPTED");
        by.add("BY");
        for (Category category : categories) {
            if (category.operations() == null) {
                table.row(category.name(), "any", category.extensions().isEmpty() ? "-" : "any");
            } else {
                table.row(category.name(), category.operations().size(), category.intercepted());
            }
            by.add(String.join(", ", category.extensions()));
            if (operations && category.operations() != null) {
                for (Operation operation : category.operations()) {
                    table.row(
                            "  " + operation.name(), "", operation.extensions().isEmpty() ? "-" : "yes");
                    by.add(String.join(", ", operation.extensions()));
                }
            }
        }
        List<String> lines = table.lines("  ");
        for (int i = 0; i < lines.size(); i++) {
            page.line((lines.get(i) + "  " + by.get(i)).stripTrailing());
        }
    }
}
