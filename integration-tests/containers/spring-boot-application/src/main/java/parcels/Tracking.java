package parcels;

import echo.Echo;
import io.grpc.MethodDescriptor;

/** The gRPC service that says where a parcel is; its messages are plain text. */
final class Tracking {
    static final String SERVICE = "parcels.Tracking";

    static final MethodDescriptor<String, String> WHERE_IS =
            Echo.method(SERVICE, "WhereIs", MethodDescriptor.MethodType.UNARY);

    private Tracking() {}
}
