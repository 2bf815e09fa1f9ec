package dev.heddle.extension.determinism;

import java.util.List;

/** Findings in the Static Analysis Results Interchange Format, 2.1.0, as pipelines read it. */
final class Sarif {
    private Sarif() {}

    static String of(List<Finding> findings) {
        StringBuilder text = new StringBuilder("{\"version\":\"2.1.0\",\"$schema\":"
                + "\"https://json.schemastore.org/sarif-2.1.0.json\",\"runs\":[{\"tool\":{\"driver\":{\"name\":"
                + "\"heddle determinism\",\"rules\":[");
        String comma = "";
        for (Rule rule : Rule.values()) {
            text.append(comma).append("{\"id\":").append(quoted(rule.key())).append('}');
            comma = ",";
        }
        text.append("]}},\"results\":[");
        comma = "";
        for (Finding finding : findings) {
            text.append(comma).append('\n').append(result(finding));
            comma = ",";
        }
        return text.append("\n]}]}\n").toString();
    }

    private static String result(Finding finding) {
        String className = finding.site().className();
        int inner = className.indexOf('$');
        String outer = inner < 0 ? className : className.substring(0, inner);
        return "{\"ruleId\":" + quoted(finding.rule().key()) + ",\"level\":\"warning\",\"message\":{\"text\":"
                + quoted(finding.toString()) + "},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":"
                + quoted(outer.replace('.', '/') + ".java") + "},\"region\":{\"startLine\":"
                + Math.max(1, finding.site().line()) + "}},\"logicalLocations\":[{\"fullyQualifiedName\":"
                + quoted(className + '.' + finding.site().methodName()) + "}]}]}";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char each : text.toCharArray()) {
            if (each == '"' || each == '\\') {
                quoted.append('\\').append(each);
            } else if (each < ' ') {
                quoted.append(String.format("\\u%04x", (int) each));
            } else {
                quoted.append(each);
            }
        }
        return quoted.append('"').toString();
    }
}
