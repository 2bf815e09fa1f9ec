package acme.corpus

/** The kinds of the corpus as they are written in Kotlin, under the same names; where Kotlin has a library of its own, by that. */
object KotlinCorpus {
    @JvmStatic
    fun kinds(): List<Kind> =
        kotlinTime() + kotlinRandom() + kotlinThreads() + kotlinBlocking() + kotlinIo() +
            kotlinEnvironment() + kotlinOrder() + kotlinStatics() + kotlinClients() + kotlinReadOnly()
}

/** A kind of a rule. */
internal fun kind(
    rule: String, name: String, direct: Kind.Code, library: Kind.Code, disguised: Kind.Code, harmless: Kind.Code,
) = Kind(rule, name, direct, library, disguised, harmless)

/** Runs it elsewhere, as scope functions do that are not inlined. */
internal fun <T> later(code: () -> T): T = code()
