package greetings;

import io.grpc.stub.StreamObserver;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;

/** The server's side of the service. */
public class GreeterService extends GreeterGrpc.GreeterImplBase {
    private final WorkflowClient workflows;

    public GreeterService(WorkflowClient workflows) {
        this.workflows = workflows;
    }

    @Override
    public void greet(Name name, StreamObserver<Greeting> answer) {
        GreetingWorkflow workflow = workflows.newWorkflowStub(
                GreetingWorkflow.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(GreetingWorkflow.TASK_QUEUE)
                        .build());
        answer.onNext(greeting(workflow.greet(name.getText())));
        answer.onCompleted();
    }

    @Override
    public void greetLetters(Name name, StreamObserver<Greeting> answer) {
        name.getText().chars().forEach(letter -> answer.onNext(greeting("Hello, " + (char) letter)));
        answer.onCompleted();
    }

    private static Greeting greeting(String text) {
        return Greeting.newBuilder().setText(text).build();
    }
}
