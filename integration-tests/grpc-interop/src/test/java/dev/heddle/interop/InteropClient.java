package dev.heddle.interop;

import io.grpc.testing.integration.TestCases;
import io.grpc.testing.integration.TestServiceClient;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Runs the stand-alone client of the suite for one case after the other, and says which have passed. */
public final class InteropClient {
    /** The cases that pass without the agent, and have what they need. */
    static final Set<TestCases> CASES = EnumSet.complementOf(EnumSet.of(
            // The Java server does not tell compressed requests, nor the Java client cache.
            TestCases.CLIENT_COMPRESSED_UNARY,
            TestCases.CLIENT_COMPRESSED_STREAMING,
            TestCases.CACHEABLE_UNARY,
            // These need an account in a cloud.
            TestCases.COMPUTE_ENGINE_CREDS,
            TestCases.COMPUTE_ENGINE_CHANNEL_CREDENTIALS,
            TestCases.SERVICE_ACCOUNT_CREDS,
            TestCases.JWT_TOKEN_CREDS,
            TestCases.OAUTH2_AUTH_TOKEN,
            TestCases.PER_RPC_CREDS,
            TestCases.GOOGLE_DEFAULT_CREDENTIALS));

    /** For the cases that look at what a load balancer is told. */
    private static final String LOAD_REPORTS =
            "--service_config_json={\"loadBalancingConfig\":[{\"test_backend_metrics_load_balancer\":{}}]}";

    private InteropClient() {}

    public static void main(String[] arguments) {
        int passed = 0;
        for (TestCases testCase : CASES) {
            try {
                TestServiceClient.main(with(arguments, testCase));
                passed++;
            } catch (Throwable failure) {
                System.out.println("failed " + testCase);
                failure.printStackTrace(System.out);
            }
        }
        System.out.println("passed " + passed);
        System.out.println("intercepted " + Side.CLIENT.takeCalls());
        System.exit(passed == CASES.size() ? 0 : 1);
    }

    private static String[] with(String[] arguments, TestCases testCase) {
        String name = testCase.name().toLowerCase(Locale.ROOT);
        Stream<String> own = name.startsWith("orca")
                ? Stream.of("--test_case=" + name, LOAD_REPORTS)
                : Stream.of("--test_case=" + name);
        return Stream.concat(Stream.of(arguments), own).toArray(String[]::new);
    }
}
