package dev.heddle.extension.payloadcodec.serve;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A payload as protobuf writes it: {@code map<string, bytes> metadata = 1; bytes data = 2}. */
final class PayloadBytes {
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIRST = 1 << 3 | LENGTH_DELIMITED;
    private static final int SECOND = 2 << 3 | LENGTH_DELIMITED;

    private final byte[] bytes;
    private final int end;
    private int next;

    private PayloadBytes(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.next = from;
        this.end = end;
    }

    static byte[] write(Map<String, byte[]> metadata, byte[] data) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(data.length + 64);
        metadata.forEach((key, value) -> {
            ByteArrayOutputStream entry = new ByteArrayOutputStream();
            field(entry, FIRST, key.getBytes(StandardCharsets.UTF_8));
            field(entry, SECOND, value);
            field(all, FIRST, entry.toByteArray());
        });
        if (data.length > 0) {
            field(all, SECOND, data);
        }
        return all.toByteArray();
    }

    private static void field(ByteArrayOutputStream out, int tag, byte[] value) {
        out.write(tag);
        int rest = value.length;
        while (rest > 0x7F) {
            out.write(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
        out.writeBytes(value);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none
     */
    static ServedPayload read(byte[] bytes) {
        PayloadBytes in = new PayloadBytes(bytes, 0, bytes.length);
        Map<String, byte[]> metadata = new LinkedHashMap<>();
        byte[] data = new byte[0];
        while (in.next < in.end) {
            int tag = (int) in.number();
            switch (tag) {
                case FIRST -> in.within().entry(metadata);
                case SECOND -> data = in.value();
                default -> in.skip(tag);
            }
        }
        return new ServedPayload(metadata, data);
    }

    private void entry(Map<String, byte[]> metadata) {
        String key = "";
        byte[] value = new byte[0];
        while (next < end) {
            int tag = (int) number();
            switch (tag) {
                case FIRST -> key = new String(value(), StandardCharsets.UTF_8);
                case SECOND -> value = value();
                default -> skip(tag);
            }
        }
        metadata.put(key, value);
    }

    private long number() {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (next == end) {
                throw none();
            }
            byte part = bytes[next++];
            number |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return number;
            }
        }
        throw none();
    }

    private int length() {
        long length = number();
        if (length < 0 || length > end - next) {
            throw none();
        }
        return (int) length;
    }

    private byte[] value() {
        int length = length();
        byte[] value = Arrays.copyOfRange(bytes, next, next + length);
        next += length;
        return value;
    }

    private PayloadBytes within() {
        int length = length();
        PayloadBytes within = new PayloadBytes(bytes, next, next + length);
        next += length;
        return within;
    }

    /** What a later version of it has besides. */
    private void skip(int tag) {
        int length = switch (tag & 7) {
            case 0 -> (int) (number() & 0);
            case 1 -> Long.BYTES;
            case LENGTH_DELIMITED -> length();
            case 5 -> Integer.BYTES;
            default -> throw none();
        };
        if (tag >>> 3 == 0 || length > end - next) {
            throw none();
        }
        next += length;
    }

    private static IllegalArgumentException none() {
        return new IllegalArgumentException("this is no payload");
    }
}
