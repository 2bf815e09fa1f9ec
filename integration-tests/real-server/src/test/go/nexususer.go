package main

import (
	"context"

	"github.com/nexus-rpc/sdk-go/nexus"
	"go.temporal.io/sdk/interceptor"
	"go.temporal.io/sdk/workflow"
)

const nexusHeader = "user-id"

// nexusUser does for Nexus what a ContextPropagator does elsewhere: the SDK asks none there. Headers of Nexus are texts.
type nexusUser struct {
	interceptor.InterceptorBase
}

func (*nexusUser) InterceptWorkflow(_ workflow.Context, next interceptor.WorkflowInboundInterceptor) interceptor.WorkflowInboundInterceptor {
	return &nexusUserOfWorkflow{interceptor.WorkflowInboundInterceptorBase{Next: next}}
}

func (*nexusUser) InterceptNexusOperation(_ context.Context, next interceptor.NexusOperationInboundInterceptor) interceptor.NexusOperationInboundInterceptor {
	return &nexusUserOfHandler{interceptor.NexusOperationInboundInterceptorBase{Next: next}}
}

type nexusUserOfWorkflow struct {
	interceptor.WorkflowInboundInterceptorBase
}

func (w *nexusUserOfWorkflow) Init(outbound interceptor.WorkflowOutboundInterceptor) error {
	return w.Next.Init(&nexusUserSent{interceptor.WorkflowOutboundInterceptorBase{Next: outbound}})
}

type nexusUserSent struct {
	interceptor.WorkflowOutboundInterceptorBase
}

func (s *nexusUserSent) ExecuteNexusOperation(ctx workflow.Context, input interceptor.ExecuteNexusOperationInput) workflow.NexusOperationFuture {
	if of, ok := ctx.Value(whoKey{}).(who); ok {
		input.NexusHeader[nexusHeader] = of.Value
	}
	return s.Next.ExecuteNexusOperation(ctx, input)
}

type nexusUserOfHandler struct {
	interceptor.NexusOperationInboundInterceptorBase
}

func (h *nexusUserOfHandler) StartOperation(ctx context.Context, input interceptor.NexusStartOperationInput) (nexus.HandlerStartOperationResult[any], error) {
	if user := input.Options.Header.Get(nexusHeader); user != "" {
		ctx = doingFor(ctx, user)
	}
	return h.Next.StartOperation(ctx, input)
}
