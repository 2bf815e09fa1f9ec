package dev.heddle.extension.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import acme.corpus.Corpus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the extension finds in the corpus, and what the page says of it. */
class CorpusIT {
    private static CorpusRun run;

    @BeforeAll
    static void run() {
        run = new CorpusRun();
    }

    @Test
    void atLeastNineteenOfTwentyAreFound() {
        List<String> missed = new ArrayList<>();
        int programs = 0;
        for (int i = 0; i < Corpus.all().size(); i++) {
            for (String form : Corpus.FORMS.subList(0, 3)) {
                programs++;
                if (!run.finds(i, form)) {
                    missed.add((i < Corpus.kinds().size() ? "" : "Kotlin: ")
                            + Corpus.all().get(i).name() + ", " + form);
                }
            }
        }
        assertThat(programs).isGreaterThan(500);
        assertThat(missed).as(run.output()).hasSizeLessThan(programs / 20);
    }

    @Test
    void noTwinIs() {
        assertThat(run.falseHits()).isEmpty();
        assertThat(run.output()).contains("all programs have run").doesNotContain("ERROR heddle", "failed in");
    }

    /** To write it anew: the rows are in the message of this test. */
    @Test
    void thePageHasTheTable() throws Exception {
        List<String> page = Files.readAllLines(Path.of("README.md"));
        List<String> rows = run.table();
        assertThat(page).as(String.join("\n", rows)).containsSubsequence(rows);
    }
}
