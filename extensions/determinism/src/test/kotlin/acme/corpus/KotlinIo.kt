package acme.corpus

import acme.library.Io
import acme.library.Reflection
import io.temporal.workflow.Workflow
import java.io.ByteArrayInputStream
import java.io.File
import java.io.FileInputStream
import java.io.FileWriter
import java.io.StringWriter
import java.net.InetAddress
import java.net.InetSocketAddress
import java.net.Socket
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.nio.file.Files
import java.nio.file.Path
import java.sql.DriverManager
import java.sql.Timestamp
import java.time.Instant
import java.util.Scanner
import kotlin.io.path.createTempFile
import kotlin.io.path.deleteIfExists
import kotlin.io.path.exists
import kotlin.io.path.extension
import kotlin.io.path.readText

private fun ofIo(
    name: String, direct: Kind.Code, library: Kind.Code, disguised: Kind.Code, harmless: Kind.Code,
) = kind("io", name, direct, library, disguised, harmless)

internal fun kotlinIo(): List<Kind> = listOf(
    ofIo(
        "FileInputStream",
        { FileInputStream(Io.FILE).close() },
        { File(Io.FILE).inputStream().use { } },
        { File(Io.FILE).useLines { it.count() } },
        { ByteArrayInputStream(byteArrayOf(1)).use { it.read() } },
    ),
    ofIo(
        "File.exists",
        { File(Io.FILE).exists() },
        Io::exists,
        { File(Io.FILE).let(File::exists) },
        { File(Io.FILE).nameWithoutExtension },
    ),
    ofIo(
        "Files.readString",
        { Files.readString(Path.of(Io.FILE)) },
        { File(Io.FILE).readText() },
        { Path.of(Io.FILE).readText() },
        { Path.of(Io.FILE).extension },
    ),
    ofIo(
        "Files.exists",
        { Files.exists(Path.of(Io.FILE)) },
        { Path.of(Io.FILE).exists() },
        { File(Io.FILE).walk().count() },
        { Path.of(Io.FILE).resolve("x").normalize() },
    ),
    ofIo(
        "FileWriter",
        { FileWriter(Io.FILE).close() },
        { File(Io.FILE).writeText("x") },
        { File(Io.FILE).run { appendText("x") } },
        { StringWriter().write("x") },
    ),
    ofIo(
        "Socket",
        { Socket().close() },
        Io::socket,
        { later(::Socket).close() },
        { InetSocketAddress.createUnresolved("nowhere", 1) },
    ),
    ofIo(
        "InetAddress.getByName",
        { InetAddress.getByName("127.0.0.1") },
        Io::address,
        { "127.0.0.1".let(InetAddress::getByName) },
        { InetAddress.getLoopbackAddress().hostAddress },
    ),
    ofIo(
        "URL.openStream",
        { URI("file:" + Io.FILE).toURL().openStream().close() },
        { URI("file:" + Io.FILE).toURL().readText() },
        { URI("file:" + Io.FILE).toURL().run { openStream() }.close() },
        { URI("file:" + Io.FILE).toURL().path },
    ),
    ofIo(
        "HttpClient",
        { HttpClient.newHttpClient() },
        Io::http,
        { later(HttpClient::newHttpClient) },
        { HttpRequest.newBuilder(URI("http://nowhere")).build() },
    ),
    ofIo(
        "JDBC",
        { DriverManager.getConnection("jdbc:none") },
        Io::jdbc,
        { DriverManager.getConnection("jdbc:none").use { } },
        { Timestamp.from(Instant.EPOCH) },
    ),
    ofIo(
        "a process",
        { ProcessBuilder("no such program").start() },
        Io::process,
        { Reflection.call(ProcessBuilder("no such program"), "start") },
        { ProcessBuilder("no such program").command() },
    ),
    ofIo(
        "a temporary file",
        { Files.delete(Files.createTempFile("corpus", ".txt")) },
        { createTempFile("corpus", ".txt").deleteIfExists() },
        { later { File.createTempFile("corpus", ".txt") }.delete() },
        { Workflow.sideEffect(Boolean::class.javaObjectType) { File(Io.FILE).exists() } },
    ),
    ofIo(
        "File.list",
        { File(Io.FILE).parentFile.list() },
        Io::list,
        { later(File(Io.FILE).parentFile::list) },
        { Scanner("x").next() },
    ),
)
