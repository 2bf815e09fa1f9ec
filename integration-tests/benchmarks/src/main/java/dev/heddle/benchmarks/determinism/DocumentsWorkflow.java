package dev.heddle.benchmarks.determinism;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes documents as JSON, reads them again, goes through them and changes them. */
public final class DocumentsWorkflow implements Workflows.Documents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINES = 30;

    @Override
    public long convert(int documents) throws Exception {
        long sum = 0;
        for (int i = 0; i < documents; i++) {
            String text = JSON.writeValueAsString(document(i));
            ObjectNode read = (ObjectNode) JSON.readTree(text);
            int count = 0;
            for (JsonNode line : read.get("lines")) {
                count += line.get("count").asInt();
            }
            read.put("count", count);
            Map<?, ?> map = JSON.convertValue(read, Map.class);
            for (Map.Entry<?, ?> field : map.entrySet()) {
                sum += field.getKey().hashCode();
            }
            sum += JSON.writeValueAsBytes(map).length;
        }
        return sum;
    }

    private static Map<String, Object> document(int number) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("article", "article-" + i * number % LINES);
            line.put("count", i);
            line.put("price", i * 1.5);
            lines.add(line);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("number", number);
        document.put("customer", "customer-" + number % 7);
        document.put("lines", lines);
        return document;
    }
}
