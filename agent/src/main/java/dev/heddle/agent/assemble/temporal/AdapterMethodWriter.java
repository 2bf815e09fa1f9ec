package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.temporal.SdkInterface;
import dev.heddle.agent.call.temporal.SdkMethod;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Writes what the adapter of an interface does for one of its methods; {@link AdapterWriter} shows it. */
final class AdapterMethodWriter {
    private final SdkInterfaceMethod method;
    private final Class<?>[] parameters;
    private final Class<?> returned;
    /** What is returned stands behind an adapter, if this is not {@code null}. */
    private final SdkInterface handedOut;

    AdapterMethodWriter(SdkInterfaceMethod method) {
        this.method = method;
        this.parameters = method.reflected().getParameterTypes();
        this.returned = method.reflected().getReturnType();
        this.handedOut = SdkInterface.of(returned);
    }

    /** The method of the interface. */
    void writeEntry(AdapterCode code) {
        switch (method.role()) {
            case FACTORY -> {
                writeFactory(code);
                endWithResult(code);
            }
            case STRAIGHT -> writeCleaned(code);
            case OPERATION -> writeOperation(code);
        }
        code.end();
    }

    private void endWithResult(AdapterCode code) {
        code.visitInsn(Type.getReturnType(method.descriptor()).getOpcode(Opcodes.IRETURN));
    }

    /** Hands out the last parameter, the next; with an adapter in front if there is one for it, told of the first. */
    private void writeFactory(AdapterCode code) {
        int last = parameters.length - 1;
        if (handedOut == null) {
            code.loadParameter(method, last);
        } else {
            code.loadThis();
            code.loadParameter(method, last);
            code.pushInterface(handedOut);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.invokeOwn("wrap", Object.class, Object.class, SdkInterface.class, Object.class);
            code.cast(returned);
        }
    }

    private void writeOperation(AdapterCode code) {
        int local = method.slot(parameters.length);
        Label straight = new Label();
        code.loadMethods();
        code.visitIntInsn(Opcodes.BIPUSH, method.index());
        code.visitInsn(Opcodes.AALOAD);
        code.visitVarInsn(Opcodes.ASTORE, local);
        code.visitVarInsn(Opcodes.ALOAD, local);
        code.visitJumpInsn(Opcodes.IFNULL, straight);
        writeCall(code, local);
        endWithResult(code);
        code.visitLabel(straight);
        code.visitFrame(Opcodes.F_APPEND, 1, new Object[] {Type.getInternalName(SdkMethod.class)}, 0, null);
        writeCleaned(code);
    }

    private void writeCall(AdapterCode code, int local) {
        if (handedOut != null) {
            code.loadThis();
        }
        code.loadThis();
        code.visitVarInsn(Opcodes.ALOAD, local);
        loadSource(code);
        code.invokeOwn("call", Object.class, SdkMethod.class, Object.class);
        if (returned == void.class) {
            code.visitInsn(Opcodes.POP);
        } else if (handedOut == null) {
            Boxing.unbox(code, returned);
        } else {
            code.wrap(handedOut, returned);
        }
    }

    /** The one parameter, which is often the SDK's input, or several in an array. */
    private void loadSource(AdapterCode code) {
        if (parameters.length == 0) {
            code.visitFieldInsn(Opcodes.GETSTATIC, AdapterCode.ADAPTER, "NO_PARAMETERS", "[Ljava/lang/Object;");
        } else if (parameters.length == 1) {
            code.loadParameter(method, 0);
            Boxing.box(code, parameters[0]);
        } else {
            code.visitIntInsn(Opcodes.BIPUSH, parameters.length);
            code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
            for (int i = 0; i < parameters.length; i++) {
                code.visitInsn(Opcodes.DUP);
                code.visitIntInsn(Opcodes.BIPUSH, i);
                code.loadParameter(method, i);
                Boxing.box(code, parameters[i]);
                code.visitInsn(Opcodes.AASTORE);
            }
        }
    }

    /** Goes straight on; what is thrown leaves without the adapter's own frame. */
    private void writeCleaned(AdapterCode code) {
        Label begin = new Label();
        Label end = new Label();
        Label handler = new Label();
        code.visitTryCatchBlock(begin, end, handler, "java/lang/Throwable");
        code.visitLabel(begin);
        writeStraight(code);
        code.visitLabel(end);
        endWithResult(code);
        code.visitLabel(handler);
        code.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {"java/lang/Throwable"});
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                AdapterCode.ADAPTER,
                "cleaned",
                "(Ljava/lang/Throwable;)Ljava/lang/Throwable;",
                false);
        code.visitInsn(Opcodes.ATHROW);
    }

    private void writeStraight(AdapterCode code) {
        if (handedOut != null) {
            code.loadThis();
        }
        code.loadNext();
        for (int i = 0; i < parameters.length; i++) {
            SdkInterface takenIn = SdkInterface.of(parameters[i]);
            if (takenIn != null) {
                code.loadThis();
            }
            code.loadParameter(method, i);
            if (takenIn != null) {
                code.wrap(takenIn, parameters[i]);
            }
            code.markReadOnly(method, parameters[i]);
        }
        code.invokeNext(method);
        if (handedOut != null) {
            code.wrap(handedOut, returned);
        }
    }

    /** Where a chain ends: goes on with the one parameter, or with several out of their array. */
    void writeArrival(AdapterCode code) {
        code.loadNext();
        for (int i = 0; i < parameters.length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 1);
            if (parameters.length > 1) {
                code.cast(Object[].class);
                code.visitIntInsn(Opcodes.BIPUSH, i);
                code.visitInsn(Opcodes.AALOAD);
            }
            Boxing.unbox(code, parameters[i]);
            code.markReadOnly(method, parameters[i]);
        }
        code.invokeNext(method);
        if (returned == void.class) {
            code.visitInsn(Opcodes.ACONST_NULL);
        } else {
            Boxing.box(code, returned);
        }
        code.visitInsn(Opcodes.ARETURN);
        code.end();
    }
}
