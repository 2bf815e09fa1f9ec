package acme.corpus;

import acme.library.Randoms;
import acme.library.Reflection;
import io.temporal.workflow.Workflow;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Random numbers. */
final class RandomKinds {
    private RandomKinds() {}

    static List<Kind> all() {
        return List.of(
                new Kind(
                        "random",
                        "Math.random",
                        () -> Math.random(),
                        Randoms::math,
                        () -> {
                            DoubleSupplier random = Math::random;
                            random.getAsDouble();
                        },
                        () -> Workflow.newRandom().nextDouble()),
                new Kind(
                        "random",
                        "new Random",
                        () -> new Random().nextInt(),
                        Randoms::random,
                        () -> Reflection.make("java.util.Random"),
                        () -> new Random(42).nextInt()),
                new Kind(
                        "random",
                        "ThreadLocalRandom",
                        () -> ThreadLocalRandom.current().nextInt(),
                        Randoms::threadLocal,
                        () -> Reflection.call("java.util.concurrent.ThreadLocalRandom", "current"),
                        () -> Workflow.sideEffect(
                                Integer.class, () -> ThreadLocalRandom.current().nextInt())),
                new Kind(
                        "random",
                        "new SplittableRandom",
                        () -> new SplittableRandom().nextInt(),
                        Randoms::splittable,
                        () -> {
                            Supplier<SplittableRandom> randoms = SplittableRandom::new;
                            randoms.get();
                        },
                        () -> new SplittableRandom(7).nextInt()),
                new Kind(
                        "random",
                        "SecureRandom",
                        () -> new SecureRandom().nextInt(),
                        Randoms::secure,
                        () -> {
                            Supplier<Random> randoms = SecureRandom::new;
                            randoms.get();
                        },
                        () -> Workflow.mutableSideEffect(
                                "secure", Integer.class, (old, next) -> false, () -> new SecureRandom().nextInt())),
                new Kind(
                        "random",
                        "UUID.randomUUID",
                        () -> UUID.randomUUID(),
                        Randoms::uuid,
                        () -> Stream.generate(UUID::randomUUID).limit(2).toList(),
                        () -> Workflow.randomUUID()),
                new Kind(
                        "random",
                        "Collections.shuffle",
                        () -> Collections.shuffle(new ArrayList<>(List.of(1, 2, 3))),
                        Randoms::shuffle,
                        () -> {
                            Consumer<List<Integer>> shuffle = Collections::shuffle;
                            shuffle.accept(new ArrayList<>(List.of(1, 2, 3)));
                        },
                        () -> Collections.shuffle(new ArrayList<>(List.of(1, 2, 3)), Workflow.newRandom())),
                new Kind(
                        "random",
                        "RandomGenerator",
                        () -> RandomGenerator.getDefault().nextInt(),
                        Randoms::generator,
                        () -> Reflection.handle(RandomGenerator.class, "getDefault", RandomGenerator.class)
                                .invoke(),
                        () -> UUID.nameUUIDFromBytes(new byte[] {1})));
    }
}
