/**
 * What the author of a Heddle extension sees, and all of it.
 *
 * <p>An {@link dev.heddle.api.Extension} is found with {@link java.util.ServiceLoader} in a JAR of the extension
 * folder. It registers {@link dev.heddle.api.Interceptor interceptors} for the calls that a
 * {@link dev.heddle.api.Selector} selects; each gets a {@link dev.heddle.api.Call} and decides what becomes of it.
 * Accessors that name something the call does not have return {@code null}, and say so.
 *
 * <p><b>What is stable.</b> An extension that is built against this API runs with every later Heddle of the same major
 * version; a build compares the API with the one released before.
 *
 * <ul>
 *   <li>Authors implement {@link dev.heddle.api.Extension}, {@link dev.heddle.api.Interceptor},
 *       {@link dev.heddle.api.RequestInterceptor}, {@link dev.heddle.api.GrpcEvents},
 *       {@link dev.heddle.api.PayloadCodec} and {@link dev.heddle.api.Plugin}: new methods in these have defaults.
 *   <li>Heddle alone implements {@link dev.heddle.api.Call} and what extends it, {@link dev.heddle.api.Headers},
 *       {@link dev.heddle.api.Interceptors}, {@link dev.heddle.api.Payload}, {@link dev.heddle.api.Settings},
 *       {@link dev.heddle.api.Config} and what extends it, and {@link dev.heddle.api.Run}: these grow.
 *   <li>{@link dev.heddle.api.Category} and the constants of {@link dev.heddle.api.Selector} grow; the operations there
 *       are is the libraries' to say. The enums are gRPC's and do not.
 * </ul>
 *
 * <p>This package depends on nothing but the JDK, and is the only part of Heddle that an application can see. What is
 * not {@link org.jspecify.annotations.Nullable} is never {@code null}; the annotations are needed by no one at run time.
 */
@NullMarked
package dev.heddle.api;

import org.jspecify.annotations.NullMarked;
