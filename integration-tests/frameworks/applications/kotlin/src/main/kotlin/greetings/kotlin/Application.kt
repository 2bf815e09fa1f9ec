package greetings.kotlin

import greetings.GreeterGrpcKt
import greetings.GreetingWorkflow
import greetings.Name
import greetings.PoetImpl
import io.grpc.Grpc
import io.grpc.InsecureChannelCredentials
import io.grpc.InsecureServerCredentials
import io.temporal.testing.TestEnvironmentOptions
import io.temporal.testing.TestWorkflowEnvironment
import io.temporal.worker.registerWorkflowImplementationType
import java.util.concurrent.TimeUnit
import kotlin.system.exitProcess
import kotlinx.coroutines.runBlocking

/** Starts, is visited once by coroutines, and ends. */
fun main() {
    val temporal =
        TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder().setUseTimeskipping(false).build())
    val worker = temporal.newWorker(GreetingWorkflow.TASK_QUEUE)
    worker.registerWorkflowImplementationType<KotlinGreeting>()
    worker.registerActivitiesImplementations(PoetImpl())
    temporal.start()
    val server =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .addService(Greeter(temporal.workflowClient))
            .build()
            .start()
    val channel =
        Grpc.newChannelBuilderForAddress("127.0.0.1", server.port, InsecureChannelCredentials.create()).build()
    runBlocking {
        val greeter = GreeterGrpcKt.GreeterCoroutineStub(channel).withDeadlineAfter(2, TimeUnit.MINUTES)
        val ada = Name.newBuilder().setText("Ada").build()
        println("application: " + greeter.greet(ada).text)
        greeter.greetLetters(ada).collect { println("application: " + it.text) }
    }
    channel.shutdown().awaitTermination(1, TimeUnit.MINUTES)
    server.shutdown().awaitTermination(1, TimeUnit.MINUTES)
    temporal.close()
    println("application: server stopped")
    exitProcess(0)
}
