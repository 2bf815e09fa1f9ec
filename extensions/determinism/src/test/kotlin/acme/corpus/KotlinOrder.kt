package acme.corpus

import acme.library.Order
import java.util.EnumMap
import java.util.EnumSet
import java.util.IdentityHashMap
import java.util.TreeSet
import java.util.concurrent.TimeUnit

private fun ofOrder(
    name: String, direct: Kind.Code, library: Kind.Code, disguised: Kind.Code, harmless: Kind.Code,
) = kind("order", name, direct, library, disguised, harmless)

private fun identities() = IdentityHashMap(mapOf("a" to 1, "b" to 2))

internal fun kotlinOrder(): List<Kind> = listOf(
    ofOrder(
        "Set.of",
        { for (each in java.util.Set.of("a", "b")) each.length },
        { java.util.Set.of("a", "b").first() },
        { java.util.Set.of("a", "b").map { it.length } },
        { setOf("a", "b").first() },
    ),
    ofOrder(
        "Map.of",
        { java.util.Map.of("a", 1, "b", 2).forEach { (key, value) -> key + value } },
        Order::mapOf,
        { for ((key, value) in java.util.Map.of("a", 1, "b", 2)) key + value },
        { mapOf("a" to 1, "b" to 2).map { (key, value) -> key + value } },
    ),
    ofOrder(
        "HashSet of enums",
        { for (each in hashSetOf(*TimeUnit.values())) each.name },
        { hashSetOf(*TimeUnit.values()).toList() },
        { hashSetOf(*TimeUnit.values()).filter { it.ordinal > 1 } },
        { for (each in EnumSet.of(TimeUnit.DAYS, TimeUnit.HOURS)) each.name },
    ),
    ofOrder(
        "HashMap by enums",
        { for (each in hashMapOf(TimeUnit.DAYS to 1, TimeUnit.HOURS to 2).keys) each.name },
        Order::enumKeys,
        { hashMapOf(TimeUnit.DAYS to 1, TimeUnit.HOURS to 2).mapKeys { it.key.name } },
        { EnumMap(mapOf(TimeUnit.DAYS to 1, TimeUnit.HOURS to 2)).forEach { (key, value) -> key.name + value } },
    ),
    ofOrder(
        "IdentityHashMap",
        { for (each in identities().keys) each.length },
        Order::identities,
        { identities().values.sumOf { it } },
        { linkedMapOf("a" to 1, "b" to 2).keys.forEach { it.length } },
    ),
    ofOrder(
        "a copy of a Set.of",
        { ArrayList(java.util.Set.of("a", "b"))[0] },
        { java.util.Set.of("a", "b").toMutableList()[0] },
        { later { mutableListOf<String>().also { it.addAll(java.util.Set.of("a", "b")) } } },
        { ArrayList(TreeSet(java.util.Set.of("a", "b")))[0] },
    ),
    ofOrder(
        "String.join of a Set.of",
        { java.lang.String.join(",", java.util.Set.of("a", "b")) },
        Order::join,
        { val all: Iterable<String> = java.util.Set.of("a", "b"); later { java.lang.String.join(",", all) } },
        { hashSetOf("a", "b").joinToString(",") },
    ),
    ofOrder(
        "identityHashCode",
        { System.identityHashCode("a") },
        Order::identityHash,
        { "a".let(System::identityHashCode) },
        { "a".hashCode() },
    ),
)
