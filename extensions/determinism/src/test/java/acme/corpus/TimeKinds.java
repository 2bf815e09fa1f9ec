package acme.corpus;

import acme.library.Reflection;
import acme.library.Times;
import io.temporal.workflow.Workflow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Time. */
final class TimeKinds {
    private static final Instant THEN = Instant.ofEpochSecond(1_000);

    private TimeKinds() {}

    static List<Kind> all() {
        return List.of(
                new Kind(
                        "time",
                        "System.currentTimeMillis",
                        () -> System.currentTimeMillis(),
                        Times::currentTimeMillis,
                        () -> {
                            LongSupplier clock = System::currentTimeMillis;
                            clock.getAsLong();
                        },
                        () -> Workflow.currentTimeMillis()),
                new Kind(
                        "time",
                        "System.nanoTime",
                        () -> System.nanoTime(),
                        Times::nanoTime,
                        () -> Reflection.call("java.lang.System", "nanoTime"),
                        () -> Workflow.sideEffect(Long.class, System::nanoTime)),
                new Kind(
                        "time",
                        "Instant.now",
                        () -> Instant.now(),
                        Times::instant,
                        () -> Reflection.handle(Instant.class, "now", Instant.class)
                                .invoke(),
                        () -> Instant.ofEpochMilli(Workflow.currentTimeMillis())),
                new Kind(
                        "time",
                        "LocalDate.now",
                        () -> LocalDate.now(),
                        Times::localDate,
                        () -> {
                            Supplier<LocalDate> today = LocalDate::now;
                            today.get();
                        },
                        () -> LocalDate.now(Clock.fixed(THEN, ZoneOffset.UTC))),
                new Kind(
                        "time",
                        "LocalDateTime.now(zone)",
                        () -> LocalDateTime.now(ZoneOffset.UTC),
                        Times::localDateTime,
                        () -> Reflection.call(LocalDateTime.class, "now", java.time.ZoneId.class, ZoneOffset.UTC),
                        () -> LocalDateTime.ofInstant(THEN, ZoneOffset.UTC)),
                new Kind(
                        "time",
                        "ZonedDateTime.now",
                        () -> ZonedDateTime.now(),
                        Times::zonedDateTime,
                        () -> {
                            Kind.Code lambda = () -> ZonedDateTime.now();
                            lambda.run();
                        },
                        () -> THEN.atZone(ZoneOffset.UTC)),
                new Kind(
                        "time",
                        "Clock.instant",
                        () -> Clock.systemUTC().instant(),
                        Times::clock,
                        () -> {
                            Supplier<Instant> now = Clock.tickMillis(ZoneOffset.UTC)::instant;
                            now.get();
                        },
                        () -> Clock.offset(Clock.fixed(THEN, ZoneOffset.UTC), Duration.ofHours(1))
                                .instant()),
                new Kind(
                        "time",
                        "new Date",
                        () -> new Date(),
                        Times::date,
                        () -> Reflection.make("java.util.Date"),
                        () -> new Date(Workflow.currentTimeMillis())),
                new Kind(
                        "time",
                        "Calendar.getInstance",
                        () -> Calendar.getInstance(),
                        Times::calendar,
                        () -> Reflection.call("java.util.Calendar", "getInstance"),
                        () -> new Calendar.Builder()
                                .setTimeZone(TimeZone.getTimeZone("UTC"))
                                .setInstant(1_000)
                                .build()),
                new Kind(
                        "time",
                        "new GregorianCalendar",
                        () -> new GregorianCalendar(),
                        Times::gregorianCalendar,
                        () -> {
                            Supplier<GregorianCalendar> calendars = GregorianCalendar::new;
                            calendars.get();
                        },
                        () -> new GregorianCalendar(2020, Calendar.MAY, 1)));
    }
}
