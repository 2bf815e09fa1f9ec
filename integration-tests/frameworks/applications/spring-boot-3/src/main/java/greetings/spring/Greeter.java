package greetings.spring;

import greetings.GreeterService;
import io.temporal.client.WorkflowClient;
import org.springframework.stereotype.Service;

/** Served by Spring gRPC, as each bean that can be bound. */
@Service
class Greeter extends GreeterService {
    Greeter(WorkflowClient workflows) {
        super(workflows);
    }
}
