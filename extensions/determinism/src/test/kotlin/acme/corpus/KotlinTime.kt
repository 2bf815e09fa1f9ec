package acme.corpus

import acme.library.Reflection
import acme.library.Times
import io.temporal.workflow.Workflow
import java.time.Clock
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.ZoneOffset
import java.time.ZonedDateTime
import java.util.Calendar
import java.util.Date
import java.util.GregorianCalendar
import java.util.TimeZone
import kotlin.system.measureTimeMillis
import kotlin.time.TimeSource

private val then = Instant.ofEpochSecond(1_000)

private fun ofTime(
    name: String, direct: Kind.Code, library: Kind.Code, disguised: Kind.Code, harmless: Kind.Code,
) = kind("time", name, direct, library, disguised, harmless)

internal fun kotlinTime(): List<Kind> = listOf(
    ofTime(
        "System.currentTimeMillis",
        { System.currentTimeMillis() },
        { measureTimeMillis { } },
        { later(System::currentTimeMillis) },
        { Workflow.currentTimeMillis() },
    ),
    ofTime(
        "System.nanoTime",
        { System.nanoTime() },
        { TimeSource.Monotonic.markNow() },
        { val now by lazy { System.nanoTime() }; now.toString() },
        { Workflow.sideEffect(Long::class.java) { System.nanoTime() } },
    ),
    ofTime(
        "Instant.now",
        { Instant.now() },
        Times::instant,
        { generateSequence { Instant.now() }.first() },
        { Instant.ofEpochMilli(Workflow.currentTimeMillis()) },
    ),
    ofTime(
        "LocalDate.now",
        { LocalDate.now() },
        Times::localDate,
        { val today: () -> LocalDate = LocalDate::now; today() },
        { LocalDate.ofEpochDay(7) },
    ),
    ofTime(
        "LocalDateTime.now(zone)",
        { LocalDateTime.now(ZoneOffset.UTC) },
        Times::localDateTime,
        { ZoneOffset.UTC.let { LocalDateTime.now(it) } },
        { LocalDateTime.now(Clock.fixed(then, ZoneOffset.UTC)) },
    ),
    ofTime(
        "ZonedDateTime.now",
        { ZonedDateTime.now() },
        Times::zonedDateTime,
        { Reflection.call("java.time.ZonedDateTime", "now") },
        { ZonedDateTime.ofInstant(then, ZoneOffset.UTC) },
    ),
    ofTime(
        "Clock.instant",
        { Clock.systemUTC().instant() },
        Times::clock,
        { with(Clock.systemUTC()) { millis() } },
        { Clock.fixed(then, ZoneOffset.UTC).instant() },
    ),
    ofTime("new Date", { Date() }, Times::date, { later(::Date) }, { Date(1L) }),
    ofTime(
        "Calendar.getInstance",
        { Calendar.getInstance() },
        Times::calendar,
        { object { val year = Calendar.getInstance().get(Calendar.YEAR) }.year },
        { TimeZone.getTimeZone("UTC") },
    ),
    ofTime(
        "new GregorianCalendar",
        { GregorianCalendar() },
        Times::gregorianCalendar,
        { listOf(1).map { GregorianCalendar() } },
        { GregorianCalendar(2026, 1, 1) },
    ),
)
