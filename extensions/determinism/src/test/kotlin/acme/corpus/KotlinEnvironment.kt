package acme.corpus

import acme.library.Environment
import acme.library.Reflection
import io.temporal.workflow.Workflow
import java.nio.charset.Charset
import java.nio.file.Path
import java.time.ZoneId
import java.util.Locale
import java.util.TimeZone

private fun ofEnvironment(
    name: String, direct: Kind.Code, library: Kind.Code, disguised: Kind.Code, harmless: Kind.Code,
) = kind("environment", name, direct, library, disguised, harmless)

internal fun kotlinEnvironment(): List<Kind> = listOf(
    ofEnvironment(
        "System.getenv",
        { System.getenv()["HOME"] },
        Environment::variable,
        { "HOME".let(System::getenv) },
        { Workflow.sideEffect(String::class.java) { System.getenv("HOME") } },
    ),
    ofEnvironment(
        "System.getProperty",
        { System.getProperty("user.home") },
        Environment::property,
        { "user.home".run { System.getProperty(this) } },
        { System.lineSeparator() },
    ),
    ofEnvironment(
        "Locale.getDefault",
        { Locale.getDefault() },
        Environment::locale,
        { later(Locale::getDefault) },
        { "X".lowercase() },
    ),
    ofEnvironment(
        "TimeZone.getDefault",
        { TimeZone.getDefault() },
        Environment::timeZone,
        { val zone by lazy(TimeZone::getDefault); zone.id },
        { TimeZone.getTimeZone("UTC") },
    ),
    ofEnvironment(
        "ZoneId.systemDefault",
        { ZoneId.systemDefault() },
        Environment::zone,
        { generateSequence(ZoneId::systemDefault).first() },
        { ZoneId.of("Europe/Berlin") },
    ),
    ofEnvironment(
        "availableProcessors",
        { Runtime.getRuntime().availableProcessors() },
        Environment::processors,
        { with(Runtime.getRuntime()) { availableProcessors() } },
        { Runtime.version() },
    ),
    ofEnvironment(
        "Integer.getInteger",
        { Integer.getInteger("limit") },
        Environment::number,
        { "limit".let(Integer::getInteger) },
        { "1".toInt() },
    ),
    ofEnvironment(
        "Charset.defaultCharset",
        { Charset.defaultCharset() },
        Environment::charset,
        { later(Charset::defaultCharset) },
        { "x".toByteArray() },
    ),
    ofEnvironment(
        "ProcessHandle",
        { ProcessHandle.current().pid() },
        Environment::process,
        { Reflection.call("java.lang.ProcessHandle", "current") },
        { Workflow.getInfo().runId },
    ),
    ofEnvironment(
        "Path.toAbsolutePath",
        { Path.of("x").toAbsolutePath() },
        Environment::path,
        { Path.of("x").let(Path::toAbsolutePath) },
        { Path.of("x").toString() },
    ),
)
