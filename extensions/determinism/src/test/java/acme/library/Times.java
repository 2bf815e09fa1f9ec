package acme.library;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;

/** Tells the time in many ways. */
public final class Times {
    private Times() {}

    public static void currentTimeMillis() {
        System.currentTimeMillis();
    }

    public static void nanoTime() {
        System.nanoTime();
    }

    public static void instant() {
        Instant.now();
    }

    public static void localDate() {
        LocalDate.now();
    }

    public static void localDateTime() {
        LocalDateTime.now(ZoneOffset.UTC);
    }

    public static void zonedDateTime() {
        ZonedDateTime.now();
    }

    public static void clock() {
        Clock.systemUTC().instant();
    }

    public static void date() {
        new Date();
    }

    public static void calendar() {
        Calendar.getInstance();
    }

    public static void gregorianCalendar() {
        new GregorianCalendar();
    }
}
