/** Temporal's two ways to set up its tracing by OpenTelemetry. Where spans go is said by the variables OTEL_*. */

import { trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { Resource } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { OpenTelemetryPlugin, OpenTelemetryWorkflowClientInterceptor } from '@temporalio/interceptors-opentelemetry';
import {
  makeWorkflowExporter,
  OpenTelemetryActivityInboundInterceptor,
  OpenTelemetryNexusInboundInterceptor,
} from '@temporalio/interceptors-opentelemetry/lib/worker';
import type { ClientOptions } from '@temporalio/client';
import type { WorkerOptions } from '@temporalio/worker';

export interface Tracing {
  client: Pick<ClientOptions, 'interceptors' | 'plugins'>;
  worker: Pick<WorkerOptions, 'interceptors' | 'plugins' | 'sinks'>;
  /** Runs code under the span under which a visit is made. */
  request<R>(code: () => Promise<R>): Promise<R>;
  close(): Promise<void>;
}

export const none: Tracing = { client: {}, worker: {}, request: (code) => code(), close: async () => {} };

/** As one plugin, or as an interceptor for each place. */
export function tracing(way: 'plugin' | 'interceptor'): Tracing {
  const resource = new Resource({ 'service.name': 'peer' });
  const spanProcessor = new BatchSpanProcessor(new OTLPTraceExporter(), { scheduledDelayMillis: 100 });
  const provider = new NodeTracerProvider({ resource, spanProcessors: [spanProcessor] });
  provider.register();
  const tracer = trace.getTracer('visitor');
  return {
    ...(way === 'plugin' ? plugin() : interceptor()),
    request: (code) => tracer.startActiveSpan('visit', (span) => code().finally(() => span.end())),
    close: () => provider.shutdown(),
  };

  function plugin() {
    const plugins = [new OpenTelemetryPlugin({ resource, spanProcessor })];
    // A worker has its own connection here, and so does not have the client's plugins.
    return { client: { plugins }, worker: { plugins } };
  }

  function interceptor() {
    const client = { workflow: [new OpenTelemetryWorkflowClientInterceptor()] };
    return {
      client: { interceptors: client },
      worker: {
        sinks: { exporter: makeWorkflowExporter(spanProcessor, resource) },
        interceptors: {
          client,
          workflowModules: [require.resolve('@temporalio/interceptors-opentelemetry/lib/workflow-interceptors')],
          activity: [(ctx) => ({ inbound: new OpenTelemetryActivityInboundInterceptor(ctx) })],
          nexus: [(ctx) => ({ inbound: new OpenTelemetryNexusInboundInterceptor(ctx) })],
        } satisfies WorkerOptions['interceptors'],
      },
    };
  }
}
