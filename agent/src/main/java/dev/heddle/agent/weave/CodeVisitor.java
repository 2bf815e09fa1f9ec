package dev.heddle.agent.weave;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Has each method of a class tell of what is watched; not its initialiser, which no workflow runs but by chance. */
final class CodeVisitor extends ClassVisitor {
    private final CodeScope scope;
    private String className;
    private int version;

    CodeVisitor(ClassVisitor next, CodeScope scope) {
        super(Opcodes.ASM9, next);
        this.scope = scope;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
        this.className = name;
        this.version = version & 0xffff;
        super.visit(version, access, name, signature, parent, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        // Before Java 5 a class constant was no constant.
        boolean fit = version >= Opcodes.V1_5 && !name.equals("<clinit>");
        return fit ? new CallSiteVisitor(next, scope, className, name) : next;
    }
}
