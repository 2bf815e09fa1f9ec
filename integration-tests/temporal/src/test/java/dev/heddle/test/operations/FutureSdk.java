package dev.heddle.test.operations;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;

/** The SDK as an application would have it whose interfaces have one method more than any SDK that there is. */
public final class FutureSdk extends ClassLoader {
    /** The method: one string for another. */
    public static final String METHOD = "foresee";

    private static final String OF_SDK = "io.temporal.";
    private static final String OF_TESTS = FutureSdk.class.getPackageName() + '.';

    private final Set<String> interfaces;

    FutureSdk(Set<String> interfaces) {
        super(FutureSdk.class.getClassLoader());
        this.interfaces = interfaces;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OF_SDK) && !name.startsWith(OF_TESTS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] classFile = in.readAllBytes();
            byte[] bytes = interfaces.contains(name) ? withMethod(classFile) : classFile;
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    private static byte[] withMethod(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visitEnd() {
                                visitMethod(
                                        Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT,
                                        METHOD,
                                        "(Ljava/lang/String;)Ljava/lang/String;",
                                        null,
                                        null);
                                super.visitEnd();
                            }
                        },
                        0);
        return writer.toByteArray();
    }
}
