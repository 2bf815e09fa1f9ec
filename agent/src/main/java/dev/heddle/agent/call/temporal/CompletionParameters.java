package dev.heddle.agent.call.temporal;

import java.util.List;

/**
 * Reads the parameters of {@code ActivityCompletionClient}: of a workflow's activity (workflow ID, run ID, activity ID,
 * value), of a standalone one (activity ID, run ID, value), or of either by its task token (token, value).
 */
public final class CompletionParameters extends Accessors {
    private static final int OF_WORKFLOW = 4;
    private static final int STANDALONE = 3;

    /** The accessors, which is the same in all versions. */
    public CompletionParameters() {
        super(List.of(), 0);
    }

    @Override
    public Object read(Property property, Object source) {
        if (!(source instanceof Object[] parameters)) {
            // The one parameter of a method that a later SDK has.
            return null;
        }
        boolean ofWorkflow = parameters.length == OF_WORKFLOW;
        boolean byId = ofWorkflow || parameters.length == STANDALONE;
        return switch (property) {
            case WORKFLOW_ID -> ofWorkflow ? parameters[0] : null;
            case RUN_ID -> byId ? plain(parameters[1]) : null;
            case ACTIVITY_ID -> ofWorkflow ? parameters[2] : byId ? parameters[0] : null;
            default -> null;
        };
    }

    @Override
    public Object[] take(Object source) {
        return ((Object[]) source).clone();
    }

    @Override
    public Object take(Object source, int component) {
        return ((Object[]) source)[component];
    }

    @Override
    public Object make(Object[] values) {
        return values;
    }
}
