package org.farfield.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.farfield.dicom.charset.CharacterSet;

/** Between the bytes of a value and text or numbers (PS3.5 6.2). */
final class Values {
    private static final double[] NO_NUMBERS = {};

    private Values() {}

    static List<String> strings(Element.Value value, CharacterSet characterSet) {
        Vr vr = value.vr();
        ByteSlice bytes = value.bytes();
        if (vr.isInteger() || vr.isDecimal()) {
            return numbersAsText(value);
        }
        if (!vr.isText() && vr != Vr.UN) {
            return List.of();
        }
        int end = bytes.offset() + bytes.length();
        while (end > bytes.offset() && isPadding(bytes.array()[end - 1])) {
            end--;
        }
        int length = end - bytes.offset();
        if (length == 0) {
            return List.of();
        }
        CharacterSet used = vr.usesCharacterSet() || vr == Vr.UN ? characterSet : CharacterSet.DEFAULT;
        if (!vr.isMultiValued()) {
            String text = used.decodeText(bytes.array(), bytes.offset(), length);
            return List.of(vr == Vr.UN ? text.strip() : text.stripTrailing());
        }
        List<String> texts = new ArrayList<>(used.decodeValues(bytes.array(), bytes.offset(), length, vr == Vr.PN));
        texts.replaceAll(text -> trim(text, vr == Vr.UC));
        return texts;
    }

    static double[] decimals(Element.Value value) {
        Vr vr = value.vr();
        if (vr.isInteger() || vr.isDecimal()) {
            return binary(value);
        }
        if (!vr.isText() || !vr.isMultiValued()) {
            return NO_NUMBERS;
        }
        List<String> texts = strings(value, CharacterSet.DEFAULT);
        double[] numbers = new double[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = DecimalText.parse(texts.get(i));
            if (!Double.isFinite(numbers[i])) {
                return NO_NUMBERS;
            }
        }
        return numbers;
    }

    private static double[] binary(Element.Value value) {
        ByteBuffer buffer = value.bytes().buffer();
        Vr vr = value.vr();
        int width = vr == Vr.AT ? 4 : vr.unitBytes();
        double[] numbers = new double[buffer.remaining() / width];
        for (int i = 0; i < numbers.length; i++) {
            int at = i * width;
            numbers[i] = switch (vr) {
                case US -> buffer.getShort(at) & 0xFFFF;
                case SS -> buffer.getShort(at);
                case UL -> buffer.getInt(at) & 0xFFFFFFFFL;
                case SL -> buffer.getInt(at);
                case SV -> buffer.getLong(at);
                case UV -> Double.parseDouble(Long.toUnsignedString(buffer.getLong(at)));
                case FL -> buffer.getFloat(at);
                case FD -> buffer.getDouble(at);
                case AT -> ((buffer.getShort(at) & 0xFFFFL) << 16) | (buffer.getShort(at + 2) & 0xFFFFL);
                default -> throw new AssertionError(vr);
            };
        }
        return numbers;
    }

    private static List<String> numbersAsText(Element.Value value) {
        if (value.vr() == Vr.SV || value.vr() == Vr.UV) {
            ByteBuffer buffer = value.bytes().buffer();
            List<String> texts = new ArrayList<>();
            while (buffer.remaining() >= 8) {
                long number = buffer.getLong();
                texts.add(value.vr() == Vr.SV ? Long.toString(number) : Long.toUnsignedString(number));
            }
            return texts;
        }
        List<String> texts = new ArrayList<>();
        for (double number : binary(value)) {
            texts.add(
                    value.vr() == Vr.AT
                            ? String.format("%08X", (long) number)
                            : value.vr().isInteger() ? Long.toString((long) number) : Double.toString(number));
        }
        return texts;
    }

    static ByteSlice encode(int tag, Vr vr, CharacterSet characterSet, String... values) {
        if (vr.isInteger()) {
            return encode(tag, vr, Arrays.stream(values).mapToLong(Long::decode).toArray());
        }
        if (vr.isDecimal()) {
            return encode(
                    tag,
                    vr,
                    Arrays.stream(values).mapToDouble(Double::parseDouble).toArray());
        }
        if (!vr.isText()) {
            throw new IllegalArgumentException(Tag.describe(tag) + " of " + vr + " does not take text");
        }
        if (values.length > 1 && !vr.isMultiValued()) {
            throw new IllegalArgumentException(Tag.describe(tag) + " of " + vr + " takes one text");
        }
        CharacterSet used = vr.usesCharacterSet() ? characterSet : CharacterSet.DEFAULT;
        byte[] bytes;
        try {
            bytes = vr.isMultiValued()
                    ? used.encodeValues(List.of(values), vr == Vr.PN)
                    : used.encodeText(values.length == 0 ? "" : values[0]);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new IllegalArgumentException(
                    Tag.describe(tag) + ": the text has a character that " + used + " cannot write", e);
        }
        if (bytes.length % 2 != 0) {
            bytes = Arrays.copyOf(bytes, bytes.length + 1);
            bytes[bytes.length - 1] = vr.padding();
        }
        return ByteSlice.of(bytes);
    }

    static ByteSlice encode(int tag, Vr vr, int... values) {
        return encode(tag, vr, Arrays.stream(values).asLongStream().toArray());
    }

    private static ByteSlice encode(int tag, Vr vr, long... values) {
        if (vr.isText()) {
            return encode(
                    tag,
                    vr,
                    CharacterSet.DEFAULT,
                    Arrays.stream(values).mapToObj(Long::toString).toArray(String[]::new));
        }
        if (vr.isDecimal()) {
            return encode(tag, vr, Arrays.stream(values).asDoubleStream().toArray());
        }
        int width = vr == Vr.AT ? 4 : vr.unitBytes();
        ByteBuffer buffer = ByteBuffer.allocate(values.length * width).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            switch (vr) {
                case US -> buffer.putShort((short) within(tag, vr, value, 0, 0xFFFF));
                case SS -> buffer.putShort((short) within(tag, vr, value, Short.MIN_VALUE, Short.MAX_VALUE));
                case UL -> buffer.putInt((int) within(tag, vr, value, 0, 0xFFFFFFFFL));
                case SL -> buffer.putInt((int) within(tag, vr, value, Integer.MIN_VALUE, Integer.MAX_VALUE));
                case SV, UV -> buffer.putLong(value);
                case AT -> buffer.putShort((short) (value >> 16)).putShort((short) value);
                default ->
                    throw new IllegalArgumentException(Tag.describe(tag) + " of " + vr + " does not take integers");
            }
        }
        return ByteSlice.of(buffer.array());
    }

    static ByteSlice encode(int tag, Vr vr, double... values) {
        if (vr.isText()) {
            return encode(
                    tag,
                    vr,
                    CharacterSet.DEFAULT,
                    Arrays.stream(values).mapToObj(DecimalText::format).toArray(String[]::new));
        }
        if (!vr.isDecimal()) {
            throw new IllegalArgumentException(Tag.describe(tag) + " of " + vr + " does not take decimals");
        }
        ByteBuffer buffer = ByteBuffer.allocate(values.length * vr.unitBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            if (vr == Vr.FL) {
                buffer.putFloat((float) value);
            } else {
                buffer.putDouble(value);
            }
        }
        return ByteSlice.of(buffer.array());
    }

    private static long within(int tag, Vr vr, long value, long low, long high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(Tag.describe(tag) + ": " + value + " does not fit " + vr);
        }
        return value;
    }

    private static String trim(String text, boolean keepLeading) {
        return keepLeading ? text.stripTrailing() : text.strip();
    }

    private static boolean isPadding(byte b) {
        return b == ' ' || b == 0;
    }
}
