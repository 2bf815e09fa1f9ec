package main

import (
	"context"

	"go.temporal.io/api/common/v1"
	"go.temporal.io/sdk/converter"
	"go.temporal.io/sdk/workflow"
)

// Who is the value that Go's sample propagates, as a JSON object in one header.
type who struct {
	Key   string `json:"key"`
	Value string `json:"value"`
}

const header = "custom-header"

type whoKey struct{}

// userContext is a ContextPropagator as Go's sample has it.
type userContext struct{}

func doingFor(ctx context.Context, user string) context.Context {
	if user == "-" {
		return ctx
	}
	return context.WithValue(ctx, whoKey{}, who{Key: "userId", Value: user})
}

func here(place string, value any) string {
	if of, ok := value.(who); ok {
		return place + "=" + of.Value
	}
	return place + "=-"
}

func (userContext) Inject(ctx context.Context, writer workflow.HeaderWriter) error {
	return write(ctx.Value(whoKey{}), writer)
}

func (userContext) InjectFromWorkflow(ctx workflow.Context, writer workflow.HeaderWriter) error {
	return write(ctx.Value(whoKey{}), writer)
}

func (userContext) Extract(ctx context.Context, reader workflow.HeaderReader) (context.Context, error) {
	value, err := read(reader)
	if value == nil || err != nil {
		return ctx, err
	}
	return context.WithValue(ctx, whoKey{}, *value), nil
}

func (userContext) ExtractToWorkflow(ctx workflow.Context, reader workflow.HeaderReader) (workflow.Context, error) {
	value, err := read(reader)
	if value == nil || err != nil {
		return ctx, err
	}
	return workflow.WithValue(ctx, whoKey{}, *value), nil
}

func write(value any, writer workflow.HeaderWriter) error {
	payload, err := converter.GetDefaultDataConverter().ToPayload(value)
	if err == nil {
		writer.Set(header, payload)
	}
	return err
}

func read(reader workflow.HeaderReader) (value *who, err error) {
	err = reader.ForEachKey(func(key string, payload *common.Payload) error {
		if key != header {
			return nil
		}
		return converter.GetDefaultDataConverter().FromPayload(payload, &value)
	})
	return value, err
}
