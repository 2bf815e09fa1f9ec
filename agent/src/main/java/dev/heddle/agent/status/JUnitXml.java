package dev.heddle.agent.status;

import java.util.Locale;

/** Writes a replay as the XML of JUnit's, which build servers show: a test case for each history, by its type. */
public final class JUnitXml {
    private JUnitXml() {}

    /** The whole file. */
    public static String of(Replayed replayed) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuite name=\"replay\" tests=\"")
                .append(replayed.histories().size())
                .append("\" failures=\"")
                .append(replayed.failed())
                .append("\" errors=\"0\" skipped=\"0\" time=\"")
                .append(seconds(replayed.millis()))
                .append("\">\n");
        for (Replayed.History history : replayed.histories()) {
            xml.append("  <testcase classname=\"")
                    .append(text(history.workflowType() == null ? "unknown" : history.workflowType()))
                    .append("\" name=\"")
                    .append(text(history.place()))
                    .append("\" time=\"")
                    .append(seconds(history.millis()));
            if (history.passed()) {
                xml.append("\"/>\n");
            } else {
                xml.append("\">\n    <failure type=\"")
                        .append(history.cause())
                        .append("\" message=\"")
                        .append(text(history.reason()))
                        .append("\">")
                        .append(text(history.detail()))
                        .append("</failure>\n  </testcase>\n");
            }
        }
        return xml.append("</testsuite>\n").toString();
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }

    /** XML 1.0 has no way to write other control characters. */
    private static String text(String plain) {
        return plain.replaceAll("[^\\t\\n\\r\\x20-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
