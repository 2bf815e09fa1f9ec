package dev.heddle.realserver.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link TemporalServer} of the test run, which is found or built at the first test and stopped
 * after the last. Where there is none every test is skipped, with the reason; one that does not start is a failure.
 */
public final class RealServer implements ExecutionCondition, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RealServer.class);

    /** A server, or why there is none, or why it does not start: one of them, found once. */
    private record Found(TemporalServer server, String reason, IOException failure) implements AutoCloseable {
        @Override
        public void close() {
            if (server != null) {
                server.close();
            }
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        // Asked for each test, so that each is reported.
        String reason = context.getTestMethod().isPresent() ? found(context).reason() : null;
        return reason == null
                ? ConditionEvaluationResult.enabled("there is a server")
                : ConditionEvaluationResult.disabled("no Temporal server: " + reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TemporalServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return found(context).server();
    }

    private static Found found(ExtensionContext context) {
        Found found =
                context.getRoot().getStore(NAMESPACE).computeIfAbsent(Found.class, missing -> find(), Found.class);
        if (found.failure() != null) {
            throw new UncheckedIOException(found.failure());
        }
        return found;
    }

    private static Found find() {
        try {
            ServerProgram program = ServerPrograms.find();
            System.out.println("The Temporal server of these tests is " + program.program());
            return new Found(
                    TemporalServer.start(program, Path.of(System.getProperty("test.output", "target"))), null, null);
        } catch (NoServerException none) {
            System.out.println("No Temporal server, so all tests that need one are skipped: " + none.getMessage());
            return new Found(null, none.getMessage(), null);
        } catch (IOException failure) {
            return new Found(null, null, failure);
        }
    }
}
