package orders;

import io.nexusrpc.Operation;
import io.nexusrpc.Service;

/** What the fraud team offers to other teams, as a Nexus service. */
@Service
public interface FraudService {

    /** A quick look at the order, answered at once. */
    @Operation
    FraudVerdict screen(Order order);

    /** A closer look, which takes its time. */
    @Operation
    FraudVerdict review(Order order);
}
