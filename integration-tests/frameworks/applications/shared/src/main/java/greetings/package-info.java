/** What each of the applications has: a gRPC service whose server has a workflow write, and a client that calls it. */
package greetings;
