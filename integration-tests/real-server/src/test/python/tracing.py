"""Temporal's two ways to trace by OpenTelemetry. Where spans go is said by the variables OTEL_*."""

from contextlib import nullcontext

from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from temporalio.contrib import opentelemetry


class Tracing:
    """What a client is connected with, for one of the ways: interceptor, plugin, or none."""

    def __init__(self, way: str):
        self.provider = None
        self.options = {}
        if way == "interceptor":
            self._use(TracerProvider())
            self.options = {"interceptors": [opentelemetry.TracingInterceptor()]}
        elif way == "plugin":
            self._use(opentelemetry.create_tracer_provider())
            self.options = {"plugins": [opentelemetry.OpenTelemetryPlugin(add_temporal_spans=True)]}

    def _use(self, provider):
        provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(), schedule_delay_millis=100))
        trace.set_tracer_provider(provider)
        self.provider = provider

    def request(self):
        """The span under which a visit is made."""
        if self.provider is None:
            return nullcontext()
        return trace.get_tracer("visitor").start_as_current_span("visit")

    def close(self):
        if self.provider is not None:
            self.provider.shutdown()
