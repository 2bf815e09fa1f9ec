package dev.heddle.agent.weave;

import dev.heddle.agent.weave.WeavePoint.Place;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;

/**
 * Weaves the points of one class. Bodies alone change, so the weave can be undone; and no stack map is computed, for the only
 * branch that is added needs none. Uses the visitors that Byte Buddy bundles: its {@code Advice} does the same at four times the cost on a
 * cold JVM.
 */
final class ClassWeaver {
    private final List<HookVisitor> visitors = new ArrayList<>();
    private final byte[] woven;

    ClassWeaver(List<WeavePoint> points, byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        // Given the reader, the writer copies what does not change as bytes.
        ClassWriter writer = new ClassWriter(reader, 0);
        ClassVisitor first = writer;
        for (WeavePoint point : points) {
            HookVisitor visitor = visitor(point, first);
            visitors.add(visitor);
            first = visitor;
        }
        reader.accept(first, 0);
        woven = found() ? writer.toByteArray() : null;
    }

    private static HookVisitor visitor(WeavePoint point, ClassVisitor next) {
        if (point.place() == Place.CALL || point.place() == Place.ANSWER) {
            return new CallVisitor(point, next);
        }
        if (point.place() == Place.FIELD) {
            return new ConstructorVisitor(point, next);
        }
        if (point.place() == Place.LOAD || point.place() == Place.READ_BACK) {
            return new LoadVisitor(point, next);
        }
        if (point.place() == Place.REPLACED_ARGUMENT) {
            return new ArgumentVisitor(point, next);
        }
        if (point.place() == Place.OPTIONS) {
            return new OptionsVisitor(point, next);
        }
        if (point.place() == Place.AROUND) {
            return new AroundVisitor(point, next);
        }
        return point.place() == Place.RESULT ? new ResultVisitor(point, next) : new BeginVisitor(point, next);
    }

    private boolean found() {
        for (HookVisitor visitor : visitors) {
            if (visitor.found()) {
                return true;
            }
        }
        return false;
    }

    /** The class file, or {@code null} if there is nothing in it to weave. */
    byte[] woven() {
        return woven;
    }

    /** The points of which the class does not have the member, and something tells whether it should. */
    List<WeavePoint> missing() {
        List<WeavePoint> missing = new ArrayList<>();
        for (HookVisitor visitor : visitors) {
            if (!visitor.found() && visitor.point().knownBy() != null) {
                missing.add(visitor.point());
            }
        }
        return missing;
    }
}
