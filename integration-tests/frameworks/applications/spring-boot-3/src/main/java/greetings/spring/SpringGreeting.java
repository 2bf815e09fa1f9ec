package greetings.spring;

import greetings.GreetingWorkflow;
import greetings.GreetingWorkflowImpl;
import io.temporal.spring.boot.WorkflowImpl;

/** Found by Temporal's starter. */
@WorkflowImpl(taskQueues = GreetingWorkflow.TASK_QUEUE)
public class SpringGreeting extends GreetingWorkflowImpl {}
