package dev.heddle.agent.assemble;

import java.io.IOException;
import java.io.InputStream;
import java.security.CodeSource;
import java.util.Properties;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Says which version of a library an application has. In a JAR of an application with all its libraries the manifest is
 * the application's, so what the library's own files say counts more. Nothing is initialised.
 */
public final class LibraryVersion {
    private static final String GRPC = "io.grpc.";

    private LibraryVersion() {}

    /** The title with the version, or with the place of a JAR that does not tell. */
    public static String of(String title, Class<?> ofLibrary) {
        String version = version(ofLibrary);
        if (version != null) {
            return title + ' ' + version;
        }
        CodeSource source = ofLibrary.getProtectionDomain().getCodeSource();
        return source == null ? title : title + " in " + source.getLocation();
    }

    private static String version(Class<?> ofLibrary) {
        Package named = ofLibrary.getPackage();
        String manifest = named.getImplementationVersion();
        int grpc = ofLibrary.getName().indexOf(GRPC);
        boolean ofSdk = String.valueOf(named.getImplementationTitle()).startsWith("Temporal");
        if (grpc < 0 && manifest != null && ofSdk) {
            return manifest;
        }
        String own;
        try {
            own = grpc < 0
                    ? temporal(ofLibrary)
                    : grpc(ofLibrary, ofLibrary.getName().substring(0, grpc + GRPC.length()));
        } catch (IOException unreadable) {
            own = null;
        }
        return own == null ? manifest : own;
    }

    private static String temporal(Class<?> ofLibrary) throws IOException {
        try (InputStream file = ofLibrary.getResourceAsStream("/io/temporal/version.properties")) {
            Properties properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            return properties.getProperty("temporal-client-version");
        }
    }

    /** A constant, for which the class need not be loaded. */
    private static String grpc(Class<?> ofLibrary, String packages) throws IOException {
        String classFile = '/' + packages.replace('.', '/') + "internal/GrpcUtil.class";
        try (InputStream file = ofLibrary.getResourceAsStream(classFile)) {
            if (file == null) {
                return null;
            }
            Constant constant = new Constant();
            new ClassReader(file)
                    .accept(constant, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return constant.value;
        }
    }

    private static final class Constant extends ClassVisitor {
        private String value;

        Constant() {
            super(Opcodes.ASM9);
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object constant) {
            if (name.equals("IMPLEMENTATION_VERSION") && constant instanceof String) {
                value = (String) constant;
            }
            return null;
        }
    }
}
