package dev.heddle.agent.assemble;

import dev.heddle.agent.assemble.extension.LoadedExtension;
import dev.heddle.agent.assemble.extension.Registrations;
import dev.heddle.api.PayloadCodec;
import java.util.ArrayList;
import java.util.List;

/**
 * What encodes the payloads of one application. Whether anything does is decided when its first extensions register: a
 * codec that came later would encode what clients and workers that are there already could not read.
 *
 * @param isInPlace whether payloads pass the codecs
 * @param codecs the outermost first
 * @param encodesFailures whether one wants the messages and stack traces of failures too
 * @param refusal why nothing that sends payloads may be made, or {@code null}
 */
public record CodecList(boolean isInPlace, List<PayloadCodec> codecs, boolean encodesFailures, String refusal) {
    /** Before any extension has registered. */
    static final CodecList UNDECIDED = new CodecList(false, List.of(), false, null);

    /** Those of the extensions, the outermost first, in the place of others. */
    static CodecList of(List<LoadedExtension> extensions, CodecList before) {
        List<PayloadCodec> codecs = new ArrayList<>();
        boolean failures = false;
        String refusal = null;
        for (LoadedExtension extension : extensions) {
            Registrations registrations = extension.registrations();
            if (!registrations.codecs().isEmpty() && !extension.isRegistered()) {
                refusal = "the guard " + extension.jar().name()
                        + " encodes payloads and could not be registered, so that no client and no worker of"
                        + " Temporal's is made; the log has the cause";
            }
            codecs.addAll(registrations.codecs());
            failures |= registrations.encodesFailures();
        }
        boolean inPlace = before == UNDECIDED ? !codecs.isEmpty() : before.isInPlace;
        return inPlace
                ? new CodecList(true, List.copyOf(codecs), failures, refusal)
                : new CodecList(false, List.of(), false, null);
    }
}
