"""Context propagation as Python's sample has it: for whom something is done, as a JSON string in the header __my_user_id.

The sample has no schedules and no Nexus, whose headers are texts.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from temporalio import activity, client, worker, workflow
from temporalio.converter import PayloadConverter

HEADER = "__my_user_id"

user_id: ContextVar[str | None] = ContextVar("user_id", default=None)


@contextmanager
def doing_for(user):
    """Code for a user, or with "-" for nobody."""
    token = user_id.set(None if user == "-" else user)
    try:
        yield
    finally:
        user_id.reset(token)


def sent(input, converter=PayloadConverter.default):
    """What leaves, with the header."""
    user = user_id.get()
    if user:
        input.headers = {**input.headers, HEADER: converter.to_payload(user)}
    return input


def received(input, converter):
    """Code for whom the header names."""
    payload = input.headers.get(HEADER)
    return doing_for(converter.from_payload(payload, str) if payload else user_id.get())


def sent_to_nexus(input):
    """The same of a Nexus operation."""
    user = user_id.get()
    if user:
        input.headers = {**(input.headers or {}), HEADER: user}
    return input


class UserContext(client.Interceptor, worker.Interceptor):
    def intercept_client(self, next):
        return _Client(next)

    def intercept_activity(self, next):
        return _Activity(next)

    def intercept_nexus_operation(self, next):
        return _Nexus(next)

    def workflow_interceptor_class(self, input):
        return _Workflow


class _Client(client.OutboundInterceptor):
    async def start_workflow(self, input):
        return await self.next.start_workflow(sent(input))

    async def query_workflow(self, input):
        return await self.next.query_workflow(sent(input))

    async def signal_workflow(self, input):
        await self.next.signal_workflow(sent(input))

    async def start_workflow_update(self, input):
        return await self.next.start_workflow_update(sent(input))

    async def create_schedule(self, input):
        action = input.schedule.action
        action.headers = action.headers or {}
        sent(action)
        return await self.next.create_schedule(input)


class _Activity(worker.ActivityInboundInterceptor):
    async def execute_activity(self, input):
        with received(input, activity.payload_converter()):
            return await self.next.execute_activity(input)


class _Nexus(worker.NexusOperationInboundInterceptor):
    async def execute_nexus_operation_start(self, input):
        with doing_for(input.ctx.headers.get(HEADER, "-")):
            return await self.next.execute_nexus_operation_start(input)


class _Workflow(worker.WorkflowInboundInterceptor):
    def init(self, outbound):
        self.next.init(_Outbound(outbound))

    async def execute_workflow(self, input):
        with received(input, workflow.payload_converter()):
            return await self.next.execute_workflow(input)

    async def handle_signal(self, input):
        with received(input, workflow.payload_converter()):
            await self.next.handle_signal(input)

    async def handle_query(self, input):
        with received(input, workflow.payload_converter()):
            return await self.next.handle_query(input)

    def handle_update_validator(self, input):
        with received(input, workflow.payload_converter()):
            self.next.handle_update_validator(input)

    async def handle_update_handler(self, input):
        with received(input, workflow.payload_converter()):
            return await self.next.handle_update_handler(input)


class _Outbound(worker.WorkflowOutboundInterceptor):
    async def signal_child_workflow(self, input):
        await self.next.signal_child_workflow(sent(input))

    async def signal_external_workflow(self, input):
        await self.next.signal_external_workflow(sent(input))

    def start_activity(self, input):
        return self.next.start_activity(sent(input))

    def start_local_activity(self, input):
        return self.next.start_local_activity(sent(input))

    async def start_child_workflow(self, input):
        return await self.next.start_child_workflow(sent(input))

    def continue_as_new(self, input):
        self.next.continue_as_new(sent(input))

    async def start_nexus_operation(self, input):
        return await self.next.start_nexus_operation(sent_to_nexus(input))
