package dev.heddle.benchmarks.codec;

import dev.heddle.benchmarks.call.TemporalCalls;
import io.temporal.api.common.v1.Payload;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Bytes of an application on their way through its data converter, encrypted there. */
@State(Scope.Thread)
public class CodecCalls {
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "AES");

    @Param("NONE")
    public Cryptor cryptor;

    @Param("1024")
    public int size;

    private final SecureRandom random = new SecureRandom();
    private final DataConverter plain = DefaultDataConverter.newDefaultInstance();
    private DataConverter converter = plain;
    private byte[] value;
    private Payload payload;
    private byte[] encrypted;

    @Setup
    public void prepare() throws GeneralSecurityException {
        value = new byte[size];
        new Random(1).nextBytes(value);
        if (cryptor == Cryptor.HEDDLE) {
            WorkflowClientOptions options = WorkflowClientOptions.newBuilder().validateAndBuildWithDefaults();
            converter = TemporalCalls.asRead("temporal/converter", options, plain);
        }
        payload = converter.toPayload(value).orElseThrow();
        if (cryptor == Cryptor.HEDDLE && !payload.getMetadataMap().containsKey("encryption-key-id")) {
            throw new IllegalStateException("it is not encrypted");
        }
        encrypted = encrypt(payload.toByteArray());
    }

    @Benchmark
    public Object encode() throws GeneralSecurityException {
        Payload made = converter.toPayload(value).orElseThrow();
        return cryptor == Cryptor.CIPHER ? encrypt(made.toByteArray()) : made;
    }

    @Benchmark
    public Object decode() throws GeneralSecurityException {
        Object opened = cryptor == Cryptor.CIPHER ? decrypt(encrypted) : null;
        byte[] read = converter.fromPayload(payload, byte[].class, byte[].class);
        return opened == null ? read : new Object[] {opened, read};
    }

    private byte[] encrypt(byte[] bytes) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, KEY, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        byte[] sealed = new byte[NONCE + bytes.length + TAG];
        System.arraycopy(nonce, 0, sealed, 0, NONCE);
        cipher.doFinal(bytes, 0, bytes.length, sealed, NONCE);
        return sealed;
    }

    private static byte[] decrypt(byte[] sealed) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, KEY, new GCMParameterSpec(TAG * Byte.SIZE, sealed, 0, NONCE));
        return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
    }
}
