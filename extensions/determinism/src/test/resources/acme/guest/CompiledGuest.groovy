package acme.guest

import groovy.transform.CompileStatic
import io.temporal.workflow.Workflow

/** Compiled as Java would be: its calls are seen. */
@CompileStatic
class CompiledGuest implements Visits {
    private final Closure<Long> clock = { -> System.currentTimeMillis() }
    private final List<String> names = []

    @Override
    String visit(String name) {
        names.add(name)
        long began = clock.call()
        names.each { each -> if (each.isEmpty()) { Thread.sleep(1) } }
        Workflow.sleep(10)
        return name + Math.min(0, began) + (Math.random() < 0)
    }

    @Override
    String state() {
        return names.join(", ")
    }
}
