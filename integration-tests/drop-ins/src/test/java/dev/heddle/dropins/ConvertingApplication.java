package dev.heddle.dropins;

import dev.heddle.dropins.Application.Greeting;
import dev.heddle.dropins.Application.GreetingImpl;
import dev.heddle.dropins.Application.Greetings;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.GlobalDataConverter;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.util.List;

/** An application with two clients, the second made with the options of the first, and perhaps with a converter. */
public final class ConvertingApplication {
    private ConvertingApplication() {}

    public static void main(String[] arguments) {
        List<String> wanted = List.of(arguments);
        if (wanted.contains("global")) {
            GlobalDataConverter.register(new DefaultDataConverter(DefaultDataConverter.STANDARD_PAYLOAD_CONVERTERS));
        }
        WorkflowClientOptions.Builder options = WorkflowClientOptions.newBuilder();
        if (wanted.contains("codec")) {
            options.setDataConverter(new CodecDataConverter(
                    DefaultDataConverter.newDefaultInstance(), List.of(new Converting.Reversing())));
        }
        try (TestWorkflowEnvironment environment =
                TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                        .setWorkflowClientOptions(options.build())
                        .build())) {
            Worker worker = environment.newWorker("greetings");
            worker.registerWorkflowImplementationTypes(GreetingImpl.class);
            worker.registerActivitiesImplementations((Greetings) name -> "hello " + name);
            environment.start();
            WorkflowClient first = environment.getWorkflowClient();
            DataConverter converter = first.getOptions().getDataConverter();
            System.out.println("its converter is " + converter.getClass().getSimpleName()
                    + (converter == options.build().getDataConverter() ? " of its own" : ""));
            System.out.println("first: " + run(first));
            WorkflowClient second =
                    WorkflowClient.newInstance(environment.getWorkflowServiceStubs(), first.getOptions());
            System.out.println("second: " + run(second));
        } catch (IllegalStateException refusal) {
            if (!wanted.contains("refused")) {
                throw refusal;
            }
            System.out.println("refused: " + refusal);
        }
        System.exit(0);
    }

    private static String run(WorkflowClient client) {
        return client.newWorkflowStub(
                        Greeting.class,
                        WorkflowOptions.newBuilder().setTaskQueue("greetings").build())
                .run("world");
    }
}
