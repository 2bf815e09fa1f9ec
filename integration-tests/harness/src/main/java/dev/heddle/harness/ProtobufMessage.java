package dev.heddle.harness;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The fields of a message in Protocol Buffers' format by their numbers, for who has no class of it. */
final class ProtobufMessage {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private final Map<Integer, List<Object>> fields = new HashMap<>();

    ProtobufMessage(byte... bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            int tag = (int) varint(in);
            fields.computeIfAbsent(tag >>> 3, number -> new ArrayList<>()).add(value(in, tag & 7));
        }
    }

    private static Object value(ByteBuffer in, int type) {
        switch (type) {
            case VARINT:
                return varint(in);
            case FIXED_64:
                return in.getLong();
            case FIXED_32:
                return (long) in.getInt();
            case BYTES:
                byte[] bytes = new byte[(int) varint(in)];
                in.get(bytes);
                return bytes;
            default:
                throw new IllegalArgumentException("a field of type " + type);
        }
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        int shift = 0;
        long part;
        do {
            part = in.get();
            value |= (part & 0x7f) << shift;
            shift += 7;
        } while (part < 0);
        return value;
    }

    private List<Object> values(int field) {
        return fields.getOrDefault(field, List.of());
    }

    /** Of a field that repeats. */
    List<ProtobufMessage> messages(int field) {
        return values(field).stream()
                .map(bytes -> new ProtobufMessage((byte[]) bytes))
                .toList();
    }

    /** 0 if it is not there. */
    long number(int field) {
        return values(field).isEmpty() ? 0 : (Long) values(field).get(0);
    }

    private byte[] bytes(int field) {
        return values(field).isEmpty() ? new byte[0] : (byte[]) values(field).get(0);
    }

    /** Empty if it is not there. */
    String text(int field) {
        return new String(bytes(field), StandardCharsets.UTF_8);
    }

    /** Bytes as hexadecimal digits. */
    String hex(int field) {
        return HexFormat.of().formatHex(bytes(field));
    }
}
