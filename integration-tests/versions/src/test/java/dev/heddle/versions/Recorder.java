package dev.heddle.versions;

import static dev.heddle.api.Selector.ALL;

import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Operation;
import dev.heddle.api.Settings;
import dev.heddle.api.TemporalCall;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The extension of the matrix. Says of each call on the standard output that it has seen it, and takes a user's ID
 * along: a client puts it into a header, and what arrives with it hands it on.
 */
public final class Recorder implements Extension {
    /** Between the operation, which has blanks, and what else is said of it: its namespace, and the user in its headers. */
    static final String SEPARATOR = "; ";

    private static final String HEADER = "user-id";

    private final Map<String, String> users = new ConcurrentHashMap<>();

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(ALL, this::record);
    }

    private Object record(Call call) throws Throwable {
        Operation operation = call.operation();
        String line = "seen " + Thread.currentThread().getId() + ' ' + operation;
        if (operation.category() == Category.CLIENT) {
            line += SEPARATOR + "namespace=" + ((TemporalCall) call).namespace();
        }
        if (operation.carriesHeaders()) {
            line += SEPARATOR + "user=" + (operation.category().outbound() ? send(call) : receive(call));
        }
        System.out.println(line);
        return call.proceed();
    }

    private String send(Call call) {
        String user = call.operation().category() == Category.WORKFLOW_OUTBOUND ? users.get(workflow(call)) : "alice";
        if (user != null) {
            call.headers().put(HEADER, user);
        }
        return user;
    }

    private String receive(Call call) {
        String user = call.headers().get(HEADER);
        if (user != null && call.operation().category() == Category.WORKFLOW_INBOUND) {
            users.put(workflow(call), user);
        }
        return user;
    }

    private static String workflow(Call call) {
        return ((TemporalCall) call).workflowId();
    }
}
