package main

import (
	"context"

	"github.com/nexus-rpc/sdk-go/nexus"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporalnexus"
	"go.temporal.io/sdk/workflow"
)

// errand has both done at a counter, whosever that is. A schedule starts it.
func errand(ctx workflow.Context, endpoint, greeting string) ([]string, error) {
	seen := []string{here("scheduled", ctx.Value(whoKey{}))}
	counter := workflow.NewNexusClient(endpoint, "Counter")
	for _, operation := range []string{"ask", "order"} {
		var answer string
		err := counter.ExecuteOperation(ctx, operation, greeting, workflow.NexusOperationOptions{
			ScheduleToCloseTimeout: patience,
		}).Get(ctx, &answer)
		if err != nil {
			return nil, err
		}
		seen = append(seen, answer)
	}
	return seen, nil
}

// order is what is ordered at a counter.
func order(ctx workflow.Context, greeting string) (string, error) {
	return here("ordered", ctx.Value(whoKey{})), nil
}

// counter is a Nexus service: one operation is answered at once, the other one is a workflow.
func counter() (*nexus.Service, error) {
	service := nexus.NewService("Counter")
	return service, service.Register(
		nexus.NewSyncOperation("ask", func(ctx context.Context, greeting string, _ nexus.StartOperationOptions) (string, error) {
			return here("asked", ctx.Value(whoKey{})), nil
		}),
		temporalnexus.NewWorkflowRunOperation("order", order,
			func(_ context.Context, _ string, options nexus.StartOperationOptions) (client.StartWorkflowOptions, error) {
				return client.StartWorkflowOptions{ID: "order-" + options.RequestID}, nil
			}),
	)
}
