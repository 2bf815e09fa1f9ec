package acme.corpus

import acme.library.Shared
import java.util.Random
import java.util.concurrent.atomic.AtomicInteger

private var count = 0
private val names = mutableListOf<String>()
private val constants = mutableListOf("a", "b")
private val counts = mutableMapOf<String, Int>()
private val table = mutableMapOf("a" to 1)
private val numbers = AtomicInteger()
private val limit = AtomicInteger(3)
private val randoms = Random(1)
private val base = "7".toInt()

/** What all share. */
private object Registry {
    var known = 0
    val names = mutableListOf<String>()
    val counts = mutableMapOf<String, Int>()
    val random = Random(1)
}

/** Has what all of its kind share. */
private class Counter {
    companion object {
        val numbers = AtomicInteger()
    }
}

private fun ofStatics(
    name: String, direct: Kind.Code, library: Kind.Code, disguised: Kind.Code, harmless: Kind.Code,
) = kind("statics", name, direct, library, disguised, harmless)

internal fun kotlinStatics(): List<Kind> = listOf(
    ofStatics("a counter", { count++ }, Shared::increment, { Registry.known++ }, { base + 1 }),
    ofStatics("a list", { names += "x" }, Shared::list, { Registry.names.add("x") }, { constants[0] }),
    ofStatics("a map", { counts.merge("x", 1, Int::plus) }, Shared::map, {
        Registry.counts.compute("x") { _, known -> (known ?: 0) + 1 }
    }, { table["a"] }),
    ofStatics("an AtomicInteger", { numbers.incrementAndGet() }, Shared::number, {
        later(Counter.numbers::incrementAndGet)
    }, { limit.get() }),
    ofStatics("a Random", { randoms.nextInt() }, Shared::random, { Registry.random.nextInt() }, { Shared.singleton() }),
)
