package dev.heddle.stubs

import io.grpc.Channel
import io.grpc.MethodDescriptor
import io.grpc.MethodDescriptor.MethodType
import io.grpc.ServerMethodDefinition
import io.grpc.kotlin.ClientCalls
import io.grpc.kotlin.ServerCalls
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.emitAll
import kotlinx.coroutines.flow.emptyFlow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOf
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

/** `grpc-kotlin-stub`: coroutines that go on on the thread that brings what they wait for. */
class KotlinLibrary : Library {
    override fun serve(
        method: MethodDescriptor<String, String>,
        work: Work,
        journal: Journal,
    ): ServerMethodDefinition<String, String> {
        val context = Dispatchers.Unconfined
        return when (method.type) {
            MethodType.UNARY ->
                ServerCalls.unaryServerMethodDefinition(context, method) { one(flowOf(it), work, journal) }
            MethodType.SERVER_STREAMING ->
                ServerCalls.serverStreamingServerMethodDefinition(context, method) { many(flowOf(it), work, journal) }
            MethodType.CLIENT_STREAMING ->
                ServerCalls.clientStreamingServerMethodDefinition(context, method) { one(it, work, journal) }
            else -> ServerCalls.bidiStreamingServerMethodDefinition(context, method) { many(it, work, journal) }
        }
    }

    private suspend fun one(requests: Flow<String>, work: Work, journal: Journal): String {
        val seen = requests.onEach(journal::request)
        return when (work) {
            Work.ECHO -> "echo " + seen.toList().joinToString(" ")
            Work.FAILS_LATER -> {
                seen.first()
                throw Journal.refusal()
            }
            else -> many(requests, work, journal).first()
        }
    }

    private fun many(requests: Flow<String>, work: Work, journal: Journal): Flow<String> {
        val seen = requests.onEach(journal::request)
        return when (work) {
            Work.ECHO -> seen.map { "echo $it" }
            Work.EARLY -> seen.take(1).map { "early $it" }
            Work.AT_ONCE -> flowOf("at once")
            Work.REFUSES -> flow { throw Journal.refusal() }
            Work.FAILS_LATER -> flow {
                seen.first()
                emit("first")
                throw Journal.refusal()
            }
            Work.BREAKS -> flow { throw IllegalStateException("broken") }
            Work.ENDLESS -> flow {
                seen.first()
                untilCancelled(journal) {
                    while (true) {
                        emit("number " + journal.make())
                    }
                }
            }
            Work.NEVER -> flow {
                untilCancelled(journal) {
                    seen.collect()
                    awaitCancellation()
                }
            }
            Work.STOPS -> throw AssertionError("for a reactive handler")
            Work.NOTHING, Work.TWO -> throw AssertionError("for a raw handler")
        }
    }

    private suspend fun untilCancelled(journal: Journal, body: suspend () -> Unit) {
        try {
            body()
        } catch (cancelled: CancellationException) {
            journal.handler("is cancelled: " + cancelled.message)
            throw cancelled
        }
    }

    override fun call(
        channel: Channel,
        method: MethodDescriptor<String, String>,
        use: Use,
        journal: Journal,
    ) {
        val responses = responses(channel, method, requests(use))
        val call = launch(journal) {
            when (use) {
                Use.TAKES_TWO -> responses.take(2).collect(journal::response)
                Use.ONE_BY_ONE -> responses.take(5).collect { journal.response(it + " of " + journal.made()) }
                else -> responses.collect(journal::response)
            }
        }
        if (use == Use.CANCELS) {
            journal.awaitRequest()
            runBlocking { call.cancelAndJoin() }
        }
    }

    private fun launch(journal: Journal, body: suspend () -> Unit): Job =
        CoroutineScope(Dispatchers.Unconfined).launch {
            try {
                body()
                journal.end(null)
            } catch (failure: Throwable) {
                journal.end(failure)
            }
        }

    private fun requests(use: Use): Flow<String> =
        when (use) {
            Use.ALL -> flowOf("a", "b", "c")
            Use.OPEN -> flow {
                emit("a")
                awaitCancellation()
            }
            Use.NOTHING -> emptyFlow()
            Use.BREAKS -> flow {
                emit("a")
                throw IllegalStateException("no more requests")
            }
            else -> flowOf("a")
        }

    private fun responses(
        channel: Channel,
        method: MethodDescriptor<String, String>,
        requests: Flow<String>,
    ): Flow<String> = flow {
        when (method.type) {
            MethodType.UNARY -> emit(ClientCalls.unaryRpc(channel, method, requests.first()))
            MethodType.CLIENT_STREAMING -> emit(ClientCalls.clientStreamingRpc(channel, method, requests))
            MethodType.SERVER_STREAMING ->
                emitAll(ClientCalls.serverStreamingRpc(channel, method, requests.first()))
            else -> emitAll(ClientCalls.bidiStreamingRpc(channel, method, requests))
        }
    }
}
