package acme.library;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Draws in many ways. */
public final class Randoms {
    private Randoms() {}

    public static void math() {
        Math.random();
    }

    public static void random() {
        new Random().nextInt();
    }

    public static void threadLocal() {
        ThreadLocalRandom.current().nextInt();
    }

    public static void splittable() {
        new SplittableRandom().nextInt();
    }

    public static void secure() {
        new SecureRandom().nextInt();
    }

    public static void uuid() {
        UUID.randomUUID();
    }

    public static void shuffle() {
        Collections.shuffle(new ArrayList<>(List.of(1, 2, 3)));
    }

    public static void generator() {
        RandomGenerator.getDefault().nextInt();
    }
}
