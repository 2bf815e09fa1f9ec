/** The greeter in Spring Boot, 3 and 4. */
package greetings.spring;
