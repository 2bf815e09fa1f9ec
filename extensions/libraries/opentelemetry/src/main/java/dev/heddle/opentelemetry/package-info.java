/** For extensions that record with OpenTelemetry: the application's, or one of their own. */
package dev.heddle.opentelemetry;
