package dev.heddle.extension.opentelemetrytracing;

import java.lang.reflect.Method;
import java.util.Optional;

/** Asks the SDK which update a workflow's thread works on, which its interceptors are not told. Versions before 1.23 do not say. */
final class UpdateIds {
    private final Method update;
    private final Method id;

    UpdateIds() {
        Method ofWorkflow = null;
        Method ofUpdate = null;
        try {
            ofWorkflow = Class.forName("io.temporal.workflow.Workflow").getMethod("getCurrentUpdateInfo");
            ofUpdate = Class.forName("io.temporal.workflow.UpdateInfo").getMethod("getUpdateId");
        } catch (ReflectiveOperationException | LinkageError unknown) {
            // An older version, or no Temporal at all.
        }
        update = ofWorkflow;
        id = ofUpdate;
    }

    /** The ID of the update at hand, or {@code null}. */
    String here() {
        try {
            Object info = id == null ? null : ((Optional<?>) update.invoke(null)).orElse(null);
            return info == null ? null : (String) id.invoke(info);
        } catch (ReflectiveOperationException unknown) {
            return null;
        }
    }
}
