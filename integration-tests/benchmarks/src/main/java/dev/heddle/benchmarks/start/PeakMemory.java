package dev.heddle.benchmarks.start;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What an application that is measured says of itself at its end, with as few classes of the JDK as can be. */
public final class PeakMemory {
    private PeakMemory() {}

    /** Prints the operating system's account of this process, where there is one. */
    public static void print() {
        try (InputStream status = new FileInputStream("/proc/self/status")) {
            System.out.write(status.readAllBytes());
            System.out.flush();
        } catch (IOException elsewhere) {
            System.out.println("VmHWM: unknown");
        }
    }
}
