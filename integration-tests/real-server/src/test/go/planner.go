package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"go.temporal.io/sdk/client"
)

// plan makes a schedule for a user, which starts a workflow at once, and prints what that has noted.
func plan(ctx context.Context, connected client.Client, greeting string, words []string) error {
	of, queue, id, user, endpoint := words[0], words[1], words[2], words[3], words[4]
	schedule, err := connected.ScheduleClient().Create(doingFor(ctx, user), client.ScheduleOptions{
		ID: id,
		Action: &client.ScheduleWorkflowAction{
			ID: id, Workflow: of, TaskQueue: queue, Args: []any{endpoint, greeting},
		},
		TriggerImmediately: true,
	})
	if err != nil {
		return err
	}
	started, err := begun(ctx, schedule)
	if err != nil {
		return err
	}
	if err := schedule.Delete(ctx); err != nil {
		return err
	}
	var seen []string
	if err := connected.GetWorkflow(ctx, started, "").Get(ctx, &seen); err != nil {
		return err
	}
	fmt.Println("visited", strings.Join(seen, " "))
	return nil
}

// begun waits for the workflow of a schedule, and returns its ID.
func begun(ctx context.Context, schedule client.ScheduleHandle) (string, error) {
	for {
		described, err := schedule.Describe(ctx)
		if err != nil {
			return "", err
		}
		if actions := described.Info.RecentActions; len(actions) > 0 {
			return actions[0].StartWorkflowResult.WorkflowID, nil
		}
		time.Sleep(50 * time.Millisecond)
	}
}
