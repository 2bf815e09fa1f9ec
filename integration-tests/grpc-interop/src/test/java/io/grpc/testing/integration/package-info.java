/** What needs the interop suite's own package: the suite keeps the address of its server to itself. */
package io.grpc.testing.integration;
