package dev.heddle.extension.opentelemetrytracing;

/** One order of the shop, with all that there is to trace, and the tree that comes of it. */
final class Scenario {
    static final Class<?>[] WORKFLOWS = {
        Shop.OrderWorkflow.class, Shop.PackingWorkflow.class, Shop.FlakyWorkflow.class, Shop.DeliveryWorkflow.class
    };

    static final String TREE = """
            client QueryWorkflow:state
              server HandleQuery:state
            client SignalWorkflow:ship
            client StartWorkflow:Order
              server RunWorkflow:Order
                client ContinueAsNew:Order
                  server RunWorkflow:Order
                client StartActivity:Charge
                  server RunActivity:Charge
                    internal SELECT
                client StartActivity:Inform
                  server RunActivity:Inform
                client StartActivity:Look
                  server RunActivity:Look
                client StartActivity:Receive
                  server RunActivity:Receive
                    client CompleteActivity
                client StartChildWorkflow:Packing
                  server RunWorkflow:Packing
                client StartNexusOperation:Desk/deliver
                  server RunStartNexusOperationHandler:Desk/deliver
                    client StartWorkflow:Delivery
                      server RunWorkflow:Delivery
                client StartNexusOperation:Desk/serve
                  server RunStartNexusOperationHandler:Desk/serve
                server HandleSignal:ship
                  client StartActivity:Fail
                    server RunActivity:Fail !ApplicationFailure: message='no lorry', type='Lorry', nonRetryable=true
            client StartWorkflowUpdate:change
              server HandleUpdate:change
              server ValidateUpdate:change
            client StartWorkflowUpdate:change
              server HandleUpdate:change
              server ValidateUpdate:change
            """;

    private Scenario() {}
}
