package dev.heddle.benchmarks;

import dev.heddle.benchmarks.report.Section;
import java.util.List;

/** Something that is measured, for some sections of the report. */
public interface Part {
    /** What {@code -Dparts} calls it. */
    String name();

    /** How many seconds it takes on a quiet machine with two processors, by arithmetic. */
    double plannedSeconds();

    /** Measures. What fails is told in the rows that miss it and does not keep the rest from being measured. */
    List<Section> run() throws Exception;
}
