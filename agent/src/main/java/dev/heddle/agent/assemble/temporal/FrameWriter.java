package dev.heddle.agent.assemble.temporal;

import net.bytebuddy.jar.asm.ClassWriter;

/** Computes stack maps without loading a class: where two types meet in our code, {@code Object} is all we ask of it. */
final class FrameWriter extends ClassWriter {
    FrameWriter() {
        super(COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String left, String right) {
        return "java/lang/Object";
    }
}
