/** A small application that runs wherever a class loader puts it, and knows nothing of Heddle. */
package greetings;
