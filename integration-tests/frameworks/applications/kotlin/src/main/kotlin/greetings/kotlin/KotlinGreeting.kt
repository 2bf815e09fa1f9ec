package greetings.kotlin

import greetings.GreetingWorkflow
import greetings.Poet
import io.temporal.activity.ActivityOptions
import io.temporal.workflow.Async
import io.temporal.workflow.Workflow
import java.time.Duration

/** Leaves it to the poet by a reference to its method, which temporal-kotlin takes apart. */
class KotlinGreeting : GreetingWorkflow {
    private val poet =
        Workflow.newActivityStub(
            Poet::class.java,
            ActivityOptions { setStartToCloseTimeout(Duration.ofMinutes(1)) },
        )

    override fun greet(name: String): String = Async.function(poet::write, name).get() + "!"
}
