package greetings.kotlin

import greetings.GreeterGrpcKt
import greetings.Greeting
import greetings.GreetingWorkflow
import greetings.Name
import io.temporal.client.WorkflowClient
import io.temporal.client.newWorkflowStub
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.withContext

/** The server's side of the service, in coroutines. */
class Greeter(private val workflows: WorkflowClient) : GreeterGrpcKt.GreeterCoroutineImplBase() {
    override suspend fun greet(request: Name): Greeting =
        withContext(Dispatchers.IO) {
            val workflow = workflows.newWorkflowStub<GreetingWorkflow> { setTaskQueue(GreetingWorkflow.TASK_QUEUE) }
            greeting(workflow.greet(request.text))
        }

    override fun greetLetters(request: Name): Flow<Greeting> =
        request.text.toList().asFlow().map { greeting("Hello, $it") }

    private fun greeting(text: String) = Greeting.newBuilder().setText(text).build()
}
