// A worker of Go, which is a client too: it makes a visit for each line of its input, TYPE QUEUE ID USER OTHER PEER
// PEER-QUEUE, or plans an errand, plan TYPE QUEUE ID USER ENDPOINT. A user is - for nobody. It prints what has been noted, as a
// line that begins with "visited". Ends with its input.
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"strings"

	"go.opentelemetry.io/otel"
	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/interceptor"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

func main() {
	if err := run(context.Background()); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context) error {
	address := flag.String("address", "", "")
	queue := flag.String("queue", "", "")
	greeting := flag.String("greeting", "", "")
	traced := flag.String("tracing", "none", "none or interceptor")
	users := flag.Bool("user-context", false, "")
	flag.Parse()

	options := client.Options{HostPort: *address}
	if *traced == "interceptor" {
		tracer, stop, err := tracing(ctx)
		if err != nil {
			return err
		}
		defer stop(ctx)
		options.Interceptors = []interceptor.ClientInterceptor{tracer}
	}
	if *users {
		options.Interceptors = append(options.Interceptors, &nexusUser{})
		options.ContextPropagators = []workflow.ContextPropagator{userContext{}}
	}
	connected, err := client.DialContext(ctx, options)
	if err != nil {
		return err
	}
	defer connected.Close()
	working := worker.New(connected, *queue, worker.Options{
		// Go's interceptor repeats spans on replay, and a busy machine is not to be the reason for one.
		StickyScheduleToStartTimeout: patience,
	})
	working.RegisterWorkflowWithOptions(visit, workflow.RegisterOptions{Name: "GoVisit"})
	working.RegisterWorkflowWithOptions(helper, workflow.RegisterOptions{Name: "GoHelper"})
	working.RegisterWorkflowWithOptions(guest, workflow.RegisterOptions{Name: "GoGuest"})
	working.RegisterWorkflowWithOptions(errand, workflow.RegisterOptions{Name: "GoErrand"})
	working.RegisterWorkflow(order)
	served, err := counter()
	if err != nil {
		return err
	}
	working.RegisterNexusService(served)
	working.RegisterActivityWithOptions(look, activity.RegisterOptions{Name: "GoLook"})
	if err := working.Start(); err != nil {
		return err
	}
	defer working.Stop()
	fmt.Println("ready")
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		words, trip := strings.Fields(lines.Text()), pay
		if words[0] == "plan" {
			words, trip = words[1:], plan
		}
		if err := trip(ctx, connected, *greeting, words); err != nil {
			return err
		}
	}
	return nil
}

// pay makes one visit under one span.
func pay(ctx context.Context, connected client.Client, greeting string, words []string) error {
	ctx, request := otel.Tracer("visitor").Start(ctx, "visit")
	defer request.End()
	of, queue, id, user, other, peer, peerQueue := words[0], words[1], words[2], words[3], words[4], words[5], words[6]
	options := client.StartWorkflowOptions{ID: id, TaskQueue: queue}
	visiting, err := connected.ExecuteWorkflow(doingFor(ctx, user), options, of, peer, peerQueue, greeting)
	if err != nil {
		return err
	}
	ctx = doingFor(ctx, other)
	changed, err := connected.UpdateWorkflow(ctx, client.UpdateWorkflowOptions{
		WorkflowID: id, UpdateName: "change", Args: []any{greeting}, WaitForStage: client.WorkflowUpdateStageCompleted,
	})
	if err != nil {
		return err
	}
	if err := changed.Get(ctx, nil); err != nil {
		return err
	}
	answer, err := connected.QueryWorkflow(ctx, id, "", "state", greeting)
	if err != nil {
		return err
	}
	var state string
	if err := answer.Get(&state); err != nil {
		return err
	}
	if err := connected.SignalWorkflow(ctx, id, "", "note", greeting); err != nil {
		return err
	}
	var seen []string
	if err := visiting.Get(ctx, &seen); err != nil {
		return err
	}
	fmt.Println("visited", state, strings.Join(seen, " "))
	return nil
}
