package dev.heddle.test.neutrality;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.temporal.api.failure.v1.Failure;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Failures as an application has them, and as a history does. */
final class FailureReport {
    private FailureReport() {}

    /** The application's part of what it has caught: all that it gets from the SDK, down to itself. */
    static String trace(Throwable failed) {
        StringBuilder text = new StringBuilder();
        for (Throwable next = failed; next != null; next = next.getCause()) {
            for (StackTraceElement frame : next.getStackTrace()) {
                text.append(" < ").append(frame);
            }
            text.append(" | ");
        }
        return text.toString();
    }

    /** The failures in the history of a workflow. */
    static void print(WorkflowClient client, String kind, WorkflowStub workflow) {
        List<Failure> failures = new ArrayList<>();
        client.fetchHistory(workflow.getExecution().getWorkflowId())
                .getEvents()
                .forEach(event -> collect(event, failures));
        for (Failure failure : failures) {
            System.out.println("history of " + kind + ": " + failure.getMessage() + " "
                    + failure.getStackTrace().replace("\n", " < "));
        }
    }

    private static void collect(Message message, List<Failure> failures) {
        if (message instanceof Failure failure) {
            failures.add(failure);
        }
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            Object value = field.getValue();
            if (value instanceof Message part) {
                collect(part, failures);
            } else if (value instanceof List<?> list) {
                for (Object part : list) {
                    if (part instanceof Message inner) {
                        collect(inner, failures);
                    }
                }
            }
        }
    }
}
