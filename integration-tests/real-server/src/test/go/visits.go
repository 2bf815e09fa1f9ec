package main

import (
	"context"
	"time"

	"go.temporal.io/sdk/workflow"
)

const patience = time.Minute

func look(ctx context.Context, greeting string) (string, error) {
	return here("activity", ctx.Value(whoKey{})), nil
}

// visit is changed and told something by a client, then has an activity of the peer's executed and a child of its own.
func visit(ctx workflow.Context, peer, queue, greeting string) ([]string, error) {
	seen := []string{here("run", ctx.Value(whoKey{}))}
	err := workflow.SetUpdateHandler(ctx, "change", func(ctx workflow.Context, greeting string) (string, error) {
		seen = append(seen, here("update", ctx.Value(whoKey{})))
		return greeting, nil
	})
	if err != nil {
		return nil, err
	}
	// Go's SDK tells a handler of queries no context.
	err = workflow.SetQueryHandler(ctx, "state", func(greeting string) (string, error) {
		return "query=-", nil
	})
	if err != nil {
		return nil, err
	}
	noted, err := note(ctx, "signal")
	if err != nil {
		return nil, err
	}
	seen = append(seen, noted)
	var looked string
	err = workflow.ExecuteActivity(workflow.WithActivityOptions(ctx, workflow.ActivityOptions{
		TaskQueue:           queue,
		StartToCloseTimeout: patience,
	}), peer+"Look", greeting).Get(ctx, &looked)
	if err != nil {
		return nil, err
	}
	var helped []string
	err = workflow.ExecuteChildWorkflow(
		childOf(ctx, "-helper", workflow.GetInfo(ctx).TaskQueueName), "GoHelper", peer, queue, greeting).Get(ctx, &helped)
	return append(append(seen, looked), helped...), err
}

// helper has a child of the peer's, and sends it a signal.
func helper(ctx workflow.Context, peer, queue, greeting string) ([]string, error) {
	guest := workflow.ExecuteChildWorkflow(childOf(ctx, "-guest", queue), peer+"Guest", []string{}, greeting)
	if err := guest.SignalChildWorkflow(ctx, "note", greeting).Get(ctx, nil); err != nil {
		return nil, err
	}
	var seen []string
	err := guest.Get(ctx, &seen)
	return append([]string{here("child", ctx.Value(whoKey{}))}, seen...), err
}

// guest is told something, and continues as new.
func guest(ctx workflow.Context, seen []string, greeting string) ([]string, error) {
	if len(seen) > 0 {
		return append(seen, here("continued", ctx.Value(whoKey{}))), nil
	}
	noted, err := note(ctx, "note")
	if err != nil {
		return nil, err
	}
	seen = []string{here("guest", ctx.Value(whoKey{})), noted}
	return nil, workflow.NewContinueAsNewError(ctx, "GoGuest", seen, greeting)
}

func childOf(ctx workflow.Context, id, queue string) workflow.Context {
	return workflow.WithChildOptions(ctx, workflow.ChildWorkflowOptions{
		WorkflowID: workflow.GetInfo(ctx).WorkflowExecution.ID + id,
		TaskQueue:  queue,
	})
}

// note waits for the signal. Go's SDK has no handlers of signals, so no code runs with a signal's own context.
func note(ctx workflow.Context, place string) (string, error) {
	var greeting string
	workflow.GetSignalChannel(ctx, "note").Receive(ctx, &greeting)
	return here(place, ctx.Value(whoKey{})), ctx.Err()
}
