"""Errands: workflows of Python that a schedule starts, or a Nexus operation. They are there in Java too."""

import uuid

import nexusrpc
from temporalio import nexus, workflow

with workflow.unsafe.imports_passed_through():
    from visits import PATIENCE, here


@nexusrpc.service
class Counter:
    """One operation is answered at once, the other one is a workflow."""

    ask: nexusrpc.Operation[str, str]
    order: nexusrpc.Operation[str, str]


@workflow.defn(name="PythonErrand")
class Errand:
    """Has both done at a counter, whosever that is."""

    @workflow.run
    async def run(self, endpoint: str, greeting: str) -> list[str]:
        counter = workflow.create_nexus_client(service=Counter, endpoint=endpoint)
        return [
            here("scheduled"),
            await counter.execute_operation(Counter.ask, greeting, schedule_to_close_timeout=PATIENCE),
            await counter.execute_operation(Counter.order, greeting, schedule_to_close_timeout=PATIENCE),
        ]


@workflow.defn(name="PythonOrder")
class Order:
    """What is ordered at a counter."""

    @workflow.run
    async def run(self, greeting: str) -> str:
        return here("ordered")


@nexusrpc.handler.service_handler(service=Counter)
class CounterHandler:
    """Python's counter."""

    @nexusrpc.handler.sync_operation
    async def ask(self, context: nexusrpc.handler.StartOperationContext, greeting: str) -> str:
        return here("asked")

    @nexus.workflow_run_operation
    async def order(self, context: nexus.WorkflowRunOperationContext, greeting: str) -> nexus.WorkflowHandle[str]:
        return await context.start_workflow(Order.run, greeting, id=f"order-{uuid.uuid4()}")
