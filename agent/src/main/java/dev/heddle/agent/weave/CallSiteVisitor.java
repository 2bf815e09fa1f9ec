package dev.heddle.agent.weave;

import dev.heddle.agent.bootstrap.Hook;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Before a call that is watched, {@code Hook.called(target, argument, site, Woven.class)}, with the target and the argument
 * as far as they can be copied on the stack: no variable is needed. A method reference gets {@link Hook#link} for its
 * bootstrap method.
 */
final class CallSiteVisitor extends MethodVisitor {
    private static final String HOOK = Type.getInternalName(Hook.class);
    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
    /** By what the deepest stack grows: copies of two values, beside them the site and the class. */
    private static final int ROOM = 6;

    private final CodeScope scope;
    private final String className;
    private final String methodName;
    private int line;

    CallSiteVisitor(MethodVisitor next, CodeScope scope, String className, String methodName) {
        super(Opcodes.ASM9, next);
        this.scope = scope;
        this.className = className;
        this.methodName = methodName;
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        line = number;
        super.visitLineNumber(number, start);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        if (scope.watches(owner, name, descriptor)) {
            Type[] arguments = Type.getArgumentTypes(descriptor);
            if (opcode == Opcodes.INVOKESTATIC || name.equals("<init>")) {
                copyLast(arguments);
            } else {
                copyTarget(arguments);
            }
            tell(site(owner, name, descriptor));
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        boolean object = isObject(Type.getType(descriptor));
        String write = '(' + descriptor + ')';
        if (opcode == Opcodes.PUTSTATIC && scope.watches(owner, name, write)) {
            if (object) {
                super.visitFieldInsn(Opcodes.GETSTATIC, owner, name, descriptor);
            } else {
                nothing();
            }
            nothing();
            tell(site(owner, name, write));
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
        if (opcode == Opcodes.GETSTATIC && object && scope.watches(owner, name, descriptor)) {
            super.visitInsn(Opcodes.DUP);
            nothing();
            tell(site(owner, name, descriptor));
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        if (bootstrap.getOwner().equals(FACTORY)
                && arguments.length > 1
                && arguments[1] instanceof Handle reference
                && scope.watches(reference.getOwner(), reference.getName(), reference.getDesc())) {
            Object[] more = new Object[arguments.length + 1];
            more[0] = site(reference.getOwner(), reference.getName(), reference.getDesc());
            System.arraycopy(arguments, 0, more, 1, arguments.length);
            Handle telling = new Handle(
                    Opcodes.H_INVOKESTATIC,
                    HOOK,
                    "link",
                    "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                            + "[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
                    false);
            super.visitInvokeDynamicInsn(name, descriptor, telling, more);
        } else {
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
        }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + ROOM, maxLocals);
    }

    private String site(String owner, String name, String descriptor) {
        return SiteText.of(className, methodName, line, owner, name, descriptor);
    }

    /** Of a static method or a constructor: what it is called on is not there, or not yet an object. */
    private void copyLast(Type[] arguments) {
        if (arguments.length > 0 && isObject(arguments[arguments.length - 1])) {
            super.visitInsn(Opcodes.DUP);
            nothing();
            super.visitInsn(Opcodes.SWAP);
        } else {
            nothing();
            nothing();
        }
    }

    private void copyTarget(Type[] arguments) {
        boolean narrow = arguments.length <= 2;
        for (Type argument : arguments) {
            narrow &= argument.getSize() == 1;
        }
        if (!narrow) {
            nothing();
            nothing();
        } else if (arguments.length == 0) {
            super.visitInsn(Opcodes.DUP);
            nothing();
        } else if (arguments.length == 1) {
            super.visitInsn(Opcodes.DUP2);
            if (!isObject(arguments[0])) {
                super.visitInsn(Opcodes.POP);
                nothing();
            }
        } else {
            super.visitInsn(Opcodes.DUP2_X1);
            super.visitInsn(Opcodes.POP2);
            super.visitInsn(Opcodes.DUP_X2);
            nothing();
        }
    }

    private static boolean isObject(Type type) {
        return type.getSort() >= Type.ARRAY;
    }

    private void nothing() {
        super.visitInsn(Opcodes.ACONST_NULL);
    }

    private void tell(String site) {
        super.visitLdcInsn(site);
        super.visitLdcInsn(Type.getObjectType(className));
        super.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                HOOK,
                "called",
                "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/String;Ljava/lang/Class;)V",
                false);
    }
}
