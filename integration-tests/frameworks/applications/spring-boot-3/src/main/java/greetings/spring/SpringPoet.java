package greetings.spring;

import greetings.GreetingWorkflow;
import greetings.PoetImpl;
import io.temporal.spring.boot.ActivityImpl;
import org.springframework.stereotype.Component;

/** Found by Temporal's starter. */
@Component
@ActivityImpl(taskQueues = GreetingWorkflow.TASK_QUEUE)
public class SpringPoet extends PoetImpl {}
