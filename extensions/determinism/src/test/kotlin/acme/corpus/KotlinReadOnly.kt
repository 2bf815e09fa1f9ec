package acme.corpus

import acme.library.Ledgers
import acme.library.Reflection
import io.temporal.workflow.Functions
import io.temporal.workflow.Workflow
import java.time.Duration

private val ledger: Ledger
    get() = Ledger.here()

private fun ofReadOnly(
    name: String, direct: Kind.Code, library: Kind.Code, disguised: Kind.Code, harmless: Kind.Code,
) = kind("readonly", name, direct, library, disguised, harmless)

internal fun kotlinReadOnly(): List<Kind> = listOf(
    ofReadOnly("a counter", { ledger.asked++ }, { ledger.tally.increment() }, { ledger.apply { asked++ } }, {
        ledger.asked + 1
    }),
    ofReadOnly("a field", { ledger.last = "x" }, { ledger.tally.note("x") }, { ledger.run { last = "y" } }, {
        ledger.madeWhenNeeded = "made"
    }),
    ofReadOnly("a list", { ledger.names += "x" }, { Ledgers.add(ledger.names) }, { later { ledger.names.add("x") } }, {
        ledger.names + "x"
    }),
    ofReadOnly("a map", { ledger.counts["x"] = 1 }, { Ledgers.put(ledger.counts) }, {
        later { ledger.counts.remove("a") }
    }, { ledger.recent["a"] }),
    ofReadOnly("an array", { ledger.totals[0]++ }, { Ledgers.count(ledger.totals) }, {
        later { ledger.totals[0] = 7 }
    }, { ledger.totals.clone()[0]++ }),
    ofReadOnly("an AtomicInteger", { ledger.number.incrementAndGet() }, { Ledgers.next(ledger.number) }, {
        later(ledger.number::incrementAndGet)
    }, { ledger.number.get() }),
    ofReadOnly("an object that it holds", { ledger.page.lines++ }, { Ledgers.ask<Int> { ledger.page.lines++ } }, {
        Reflection.set(ledger.page, "lines", 7)
    }, { ledger.page.title = "a page".substring(2) }),
    ofReadOnly("an element", { ledger.pages[1].lines++ }, { Ledgers.ask<Int> { ledger.pages[0].lines++ } }, {
        ledger.pages.forEach { it.title = "x" }
    }, { ledger.page.shared["x"] = 1 }),
    ofReadOnly("a StringBuilder", { ledger.text.append("x") }, { Ledgers.write(ledger.text) }, {
        later { ledger.text.append("x") }
    }, { ledger.text.toString() + "x" }),
    ofReadOnly("a promise", { ledger.promise.complete("x") }, {
        Ledgers.ask<Boolean> { ledger.promise.complete("x") }
    }, { later { ledger.promise.complete("x") } }, { ledger.promise.isCompleted }),
    ofReadOnly("an activity", { ledger.clerk.write() }, { Ledgers.ask<Any> { ledger.clerk.write() } }, {
        later(ledger.clerk::write)
    }, { Workflow.getInfo().runId }),
    ofReadOnly("a timer", { Workflow.newTimer(Duration.ofSeconds(1)) }, {
        Ledgers.ask<Any> { Workflow.newTimer(Duration.ofSeconds(1)) }
    }, { Duration.ofSeconds(1).let { Workflow.newTimer(it) } }, { Workflow.getInfo().workflowType }),
    ofReadOnly("a validator's counter", { ledger.asked++ }, { ledger.tally.increment() }, {
        ledger.apply { asked++ }
    }, { ledger.asked + 1 }),
    ofReadOnly("a validator's map", { ledger.counts.clear() }, { Ledgers.put(ledger.counts) }, {
        later { ledger.counts.remove("a") }
    }, { ledger.counts["a"] }),
)
