/**
 * What the author of a Heddle extension sees, and all of it.
 *
 * <p>An {@link dev.heddle.api.Extension} is found with {@link java.util.ServiceLoader} in a JAR of the extension
 * folder. It registers {@link dev.heddle.api.Interceptor interceptors}; each gets a {@link dev.heddle.api.Call} and
 * decides what becomes of it. Accessors that name something the call does not have return {@code null}.
 *
 * <p>This package depends on nothing but the JDK and is the only part of Heddle that an application can see.
 */
package dev.heddle.api;
