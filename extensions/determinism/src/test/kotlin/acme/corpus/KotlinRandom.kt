package acme.corpus

import acme.library.Randoms
import acme.library.Reflection
import io.temporal.workflow.Workflow
import java.security.SecureRandom
import java.util.Collections
import java.util.SplittableRandom
import java.util.UUID
import java.util.concurrent.ThreadLocalRandom
import java.util.random.RandomGenerator
import kotlin.random.Random

private fun ofRandom(
    name: String, direct: Kind.Code, library: Kind.Code, disguised: Kind.Code, harmless: Kind.Code,
) = kind("random", name, direct, library, disguised, harmless)

internal fun kotlinRandom(): List<Kind> = listOf(
    ofRandom("Math.random", { Math.random() }, { Random.nextDouble() }, { later(Math::random) }, { Math.sin(1.0) }),
    ofRandom(
        "new Random",
        { java.util.Random().nextInt() },
        { (1..9).random() },
        { later { java.util.Random() } },
        { Random(42).nextInt() },
    ),
    ofRandom(
        "ThreadLocalRandom",
        { ThreadLocalRandom.current().nextInt() },
        { listOf(1, 2).random() },
        { val random: Random = Random; random.nextInt() },
        { (1..9).random(Random(7)) },
    ),
    ofRandom(
        "new SplittableRandom",
        { SplittableRandom().nextInt() },
        Randoms::splittable,
        { later(::SplittableRandom) },
        { SplittableRandom(7).nextInt() },
    ),
    ofRandom(
        "SecureRandom",
        { SecureRandom().nextInt() },
        Randoms::secure,
        { SecureRandom().run { nextBoolean() } },
        { Workflow.sideEffect(Int::class.javaObjectType) { SecureRandom().nextInt() } },
    ),
    ofRandom(
        "UUID.randomUUID",
        { UUID.randomUUID() },
        Randoms::uuid,
        { List(2) { UUID.randomUUID() } },
        { Workflow.randomUUID() },
    ),
    ofRandom(
        "Collections.shuffle",
        { Collections.shuffle(mutableListOf(1, 2, 3)) },
        { listOf(1, 2, 3).shuffled() },
        { mutableListOf(1, 2, 3).apply { shuffle() } },
        { listOf(1, 2, 3).shuffled(Random(1)) },
    ),
    ofRandom(
        "RandomGenerator",
        { RandomGenerator.getDefault().nextInt() },
        Randoms::generator,
        { Reflection.handle(RandomGenerator::class.java, "getDefault", RandomGenerator::class.java).invokeWithArguments() },
        { UUID.nameUUIDFromBytes(byteArrayOf(1)) },
    ),
)
