package dev.heddle.agent.assemble;

import dev.heddle.api.Category;
import java.util.function.UnaryOperator;

/** The libraries that Heddle knows. */
public enum LibraryKind {
    TEMPORAL("temporal/", "dev.heddle.agent.assemble.temporal.TemporalLibrary", null),
    /** The same classes, linked to the protobuf and the gRPC in {@code temporal-shaded}, whose SDK has its usual name. */
    TEMPORAL_SHADED(
            "temporal/",
            "dev.heddle.agent.assemble.temporal.TemporalLibrary",
            new Relocation(
                    "com/google/protobuf/",
                    "io/temporal/shaded/com/google/protobuf/",
                    "io/grpc/",
                    "io/temporal/shaded/io/grpc/")),
    GRPC("grpc/", "dev.heddle.agent.assemble.grpc.GrpcLibrary", null),
    /** The same classes, linked to the copy that {@code temporal-shaded} brings along. */
    GRPC_IN_TEMPORAL(
            "grpc/",
            "dev.heddle.agent.assemble.grpc.GrpcLibrary",
            new Relocation("io/grpc/", "io/temporal/shaded/io/grpc/"));

    private final String folder;
    private final String className;
    private final UnaryOperator<byte[]> relocation;

    LibraryKind(String folder, String className, UnaryOperator<byte[]> relocation) {
        this.folder = folder;
        this.className = className;
        this.relocation = relocation;
    }

    /** The folder of the agent's JAR with the classes that are linked to the library. */
    public String folder() {
        return folder;
    }

    /** The {@link Library} in that folder. */
    public String className() {
        return className;
    }

    /**
     * The supplier of the library's operations in that folder, made with the application's loader; {@code null} where the
     * application's own methods are the operations.
     */
    public String operations() {
        return this == TEMPORAL || this == TEMPORAL_SHADED ? "dev.heddle.agent.assemble.temporal.SdkOperations" : null;
    }

    /** What links the folder's class files to the library where it lies; {@code null} where that is its usual package. */
    public UnaryOperator<byte[]> relocation() {
        return relocation;
    }

    /** Whether calls of a category are made by the library, or reach it. */
    public boolean has(Category category) {
        boolean ofGrpc = category == Category.GRPC_CLIENT || category == Category.GRPC_SERVER;
        return ofGrpc == (this == GRPC || this == GRPC_IN_TEMPORAL);
    }

    /** The library that stands before the slash in the name of a point, as an application has it. */
    public static LibraryKind of(String point, ClassLoader application) {
        return switch (point.substring(0, point.indexOf('/'))) {
            case "temporal" -> isShaded(application) ? TEMPORAL_SHADED : TEMPORAL;
            case "grpc" -> GRPC;
            case "temporal-grpc" -> GRPC_IN_TEMPORAL;
            default -> throw new IllegalArgumentException(point);
        };
    }

    /** Only by what it is made of does the SDK show that it is the shaded one. */
    private static boolean isShaded(ClassLoader sdk) {
        try {
            return Class.forName("io.temporal.api.common.v1.Payload", false, sdk)
                    .getSuperclass()
                    .getName()
                    .startsWith("io.temporal.shaded.");
        } catch (ClassNotFoundException strangeSdk) {
            return false;
        }
    }
}
