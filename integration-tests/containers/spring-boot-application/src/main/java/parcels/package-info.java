/** A parcel service as a Spring Boot application, which knows nothing of Heddle. */
package parcels;
