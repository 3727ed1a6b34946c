package org.farfield.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.farfield.dicom.charset.CharacterSet;
import org.jspecify.annotations.Nullable;

/**
 * A DICOM data set (PS3.5 7): elements in the order of their tags. Mutable and not thread safe; once it is filled, any
 * number of threads may read it. Text is decoded on the way out with the Specific Character Set (0008,0005) of the data
 * set or, in an item, of the data set around it.
 *
 * <p>Reading is lenient: an element that is absent, empty or not of the asked kind gives an empty result. Writing is
 * strict: text that the character set cannot carry is refused with {@link IllegalArgumentException}, so give the
 * character set first ("ISO_IR 192" for any language).
 */
public final class DataSet implements Iterable<Element> {
    private int[] tags = new int[16];
    private @Nullable Element[] elements = new Element[16];
    private int size;
    private @Nullable DataSet parent;
    private @Nullable CharacterSet characterSet;

    /** An empty data set. */
    public DataSet() {}

    /** How many elements there are, items of sequences not counted. */
    public int size() {
        return size;
    }

    /** True when the element is there, even with an empty value. */
    public boolean contains(int tag) {
        return find(tag) >= 0;
    }

    /** The element itself. */
    public Optional<Element> element(int tag) {
        return Optional.ofNullable(get(tag));
    }

    /** Elements in ascending order of their tags. */
    @Override
    public Iterator<Element> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Element next() {
                if (next >= size) {
                    throw new NoSuchElementException();
                }
                return Objects.requireNonNull(elements[next++]);
            }
        };
    }

    /** The first value as text without padding; numbers in decimal. Empty when absent or blank. */
    public Optional<String> string(int tag) {
        List<String> values = strings(tag);
        return values.isEmpty() || values.getFirst().isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    /** All values as text without padding; values between backslashes may be "". */
    public List<String> strings(int tag) {
        return get(tag) instanceof Element.Value value ? Values.strings(value, characterSet()) : List.of();
    }

    /** The first value as a person's name; all groups "" when absent. */
    public PersonName personName(int tag) {
        return PersonName.parse(string(tag).orElse(""));
    }

    /** The first value as an integer, from IS, DS without a fraction, or binary; empty when it does not fit an int. */
    public OptionalInt integer(int tag) {
        double[] values = decimals(tag);
        return values.length > 0 && values[0] == Math.rint(values[0]) && Math.abs(values[0]) <= Integer.MAX_VALUE
                ? OptionalInt.of((int) values[0])
                : OptionalInt.empty();
    }

    /** All values as integers; empty when one of them is not an integer that fits. */
    public int[] integers(int tag) {
        double[] values = decimals(tag);
        int[] result = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] != Math.rint(values[i]) || values[i] > 0xFFFFFFFFL || values[i] < Integer.MIN_VALUE) {
                return new int[0];
            }
            result[i] = (int) (long) values[i];
        }
        return result;
    }

    /** The first value as a number, from DS, IS or binary; empty when absent, blank, malformed or not finite. */
    public OptionalDouble decimal(int tag) {
        double[] values = decimals(tag);
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[0]);
    }

    /** All values as numbers; empty when one of them is malformed or not finite. */
    public double[] decimals(int tag) {
        return get(tag) instanceof Element.Value value ? Values.decimals(value) : new double[0];
    }

    /** The items of a sequence; empty when absent. The list cannot be changed, the items can. */
    public List<DataSet> sequence(int tag) {
        return get(tag) instanceof Element.Sequence sequence
                ? Collections.unmodifiableList(sequence.items())
                : List.of();
    }

    /** The first item of a sequence. */
    public Optional<DataSet> item(int tag) {
        List<DataSet> items = sequence(tag);
        return items.isEmpty() ? Optional.empty() : Optional.of(items.getFirst());
    }

    /** The value's bytes, numbers little endian, or no bytes. A slice of the file, not a copy. */
    public ByteSlice bytes(int tag) {
        return get(tag) instanceof Element.Value value ? value.bytes() : ByteSlice.EMPTY;
    }

    /** Sets text with the dictionary's representation; numbers are parsed when the representation is binary. */
    public DataSet set(int tag, String... values) {
        return set(tag, Dictionary.vr(tag, false), values);
    }

    /** Sets text; text in a single-valued representation takes one value. */
    public DataSet set(int tag, Vr vr, String... values) {
        if (tag == Tag.SPECIFIC_CHARACTER_SET) {
            return setCharacterSet(values);
        }
        return put(new Element.Value(tag, vr, Values.encode(tag, vr, characterSet(), values)));
    }

    /** Sets integers with the dictionary's representation: binary, IS or DS. */
    public DataSet set(int tag, int... values) {
        boolean signed = integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
        return set(tag, Dictionary.vr(tag, signed), values);
    }

    /** Sets integers. Values above 32767 of an unsigned representation are given as they are; US takes 0..65535. */
    public DataSet set(int tag, Vr vr, int... values) {
        return put(new Element.Value(tag, vr, Values.encode(tag, vr, values)));
    }

    /** Sets decimals with the dictionary's representation: DS (rounded to its 16 characters), FL or FD. */
    public DataSet set(int tag, double... values) {
        return set(tag, Dictionary.vr(tag, false), values);
    }

    /** Sets decimals. */
    public DataSet set(int tag, Vr vr, double... values) {
        return put(new Element.Value(tag, vr, Values.encode(tag, vr, values)));
    }

    /** Sets a person's name. */
    public DataSet set(int tag, PersonName name) {
        return set(tag, Vr.PN, name.encoded());
    }

    /** Sets an element with no value (type 2 of PS3.5 7.4.3). */
    public DataSet setEmpty(int tag) {
        Vr vr = Dictionary.vr(tag, false);
        return vr == Vr.SQ ? setSequence(tag) : put(new Element.Value(tag, vr, ByteSlice.EMPTY));
    }

    /** Sets bytes that are used as they are and must not be changed afterwards; numbers little endian. */
    public DataSet setBytes(int tag, Vr vr, byte[] bytes) {
        return put(new Element.Value(tag, vr, ByteSlice.of(bytes)));
    }

    /** Sets a sequence. The items now belong to this data set; use {@link #copy()} for one that is in use elsewhere. */
    public DataSet setSequence(int tag, DataSet... items) {
        return put(new Element.Sequence(tag, new ArrayList<>(List.of(items))));
    }

    /** A new item at the end of a sequence; it writes text with the character set of this data set. */
    public DataSet newItem(int tag) {
        DataSet item = new DataSet();
        addItem(tag, item);
        return item;
    }

    /** Adds an item to the end of a sequence, which is made when it is absent. */
    public DataSet addItem(int tag, DataSet item) {
        if (get(tag) instanceof Element.Sequence sequence) {
            item.adopt(this);
            sequence.items().add(item);
            return this;
        }
        return setSequence(tag, item);
    }

    /** Sets an element as it is, in place of one with the same tag. */
    public DataSet put(Element element) {
        if (element instanceof Element.Sequence sequence) {
            sequence.items().forEach(item -> item.adopt(this));
        }
        int index = find(element.tag());
        if (index >= 0) {
            elements[index] = element;
        } else {
            insert(-index - 1, element);
        }
        if (element.tag() == Tag.SPECIFIC_CHARACTER_SET) {
            forgetCharacterSet();
        }
        return this;
    }

    /** Removes an element; nothing happens when it is absent. */
    public DataSet remove(int tag) {
        int index = find(tag);
        if (index >= 0) {
            size--;
            System.arraycopy(tags, index + 1, tags, index, size - index);
            System.arraycopy(elements, index + 1, elements, index, size - index);
            elements[size] = null;
            if (tag == Tag.SPECIFIC_CHARACTER_SET) {
                forgetCharacterSet();
            }
        }
        return this;
    }

    /** An independent data set with the same elements; values are shared, since they never change. */
    public DataSet copy() {
        DataSet copy = new DataSet();
        copy.characterSet = characterSet();
        for (Element element : this) {
            if (element instanceof Element.Sequence sequence) {
                List<DataSet> items = new ArrayList<>();
                sequence.items().forEach(item -> items.add(item.copy()));
                copy.put(new Element.Sequence(element.tag(), items));
            } else {
                copy.put(element);
            }
        }
        return copy;
    }

    /** The character set in force here. */
    public CharacterSet characterSet() {
        CharacterSet known = characterSet;
        if (known == null) {
            if (get(Tag.SPECIFIC_CHARACTER_SET) instanceof Element.Value declared) {
                known = CharacterSet.of(Values.strings(declared, CharacterSet.DEFAULT));
            } else {
                known = parent == null ? CharacterSet.DEFAULT : parent.characterSet();
            }
            characterSet = known;
        }
        return known;
    }

    /** True when both have the same elements with the same representation and the same bytes. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DataSet that
                && size == that.size
                && Arrays.equals(elements, 0, size, that.elements, 0, size);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(Arrays.copyOf(elements, size));
    }

    /** Never with values, so that no log line carries a patient's name. */
    @Override
    public String toString() {
        return "DataSet of " + size + " elements";
    }

    /** The data set around this item. */
    @Nullable
    DataSet parent() {
        return parent;
    }

    /** Makes this an item of another data set; its text is written anew for the character set there. */
    @SuppressWarnings("ReferenceEquality") // the same data set, not an equal one
    void adopt(DataSet owner) {
        if (parent == owner) {
            return;
        }
        CharacterSet before = characterSet();
        parent = owner;
        forgetCharacterSet();
        if (!before.equals(characterSet())) {
            recode(before, characterSet());
        }
    }

    private DataSet setCharacterSet(String... terms) {
        CharacterSet next = CharacterSet.of(List.of(terms));
        recode(characterSet(), next);
        put(new Element.Value(
                Tag.SPECIFIC_CHARACTER_SET,
                Vr.CS,
                Values.encode(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, CharacterSet.DEFAULT, terms)));
        return this;
    }

    /** Text that is there already is written anew, so that it still says the same under the next character set. */
    private void recode(CharacterSet from, CharacterSet to) {
        for (int i = 0; i < size; i++) {
            switch (elements[i]) {
                case Element.Value value
                when value.vr().usesCharacterSet() -> {
                    String[] texts = Values.strings(value, from).toArray(String[]::new);
                    elements[i] = new Element.Value(
                            value.tag(), value.vr(), Values.encode(value.tag(), value.vr(), to, texts));
                }
                case Element.Sequence sequence -> {
                    for (DataSet item : sequence.items()) {
                        if (!item.contains(Tag.SPECIFIC_CHARACTER_SET)) {
                            item.recode(from, to);
                        }
                    }
                }
                case null, default -> {}
            }
        }
    }

    private void forgetCharacterSet() {
        characterSet = null;
        for (int i = 0; i < size; i++) {
            if (elements[i] instanceof Element.Sequence sequence) {
                sequence.items().forEach(DataSet::forgetCharacterSet);
            }
        }
    }

    private @Nullable Element get(int tag) {
        int index = find(tag);
        return index < 0 ? null : elements[index];
    }

    private int find(int tag) {
        if (size == 0 || Integer.compareUnsigned(tags[size - 1], tag) < 0) {
            return -size - 1;
        }
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compareUnsigned(tags[middle], tag);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private void insert(int index, Element element) {
        if (size == tags.length) {
            tags = Arrays.copyOf(tags, size * 2);
            elements = Arrays.copyOf(elements, size * 2);
        }
        System.arraycopy(tags, index, tags, index + 1, size - index);
        System.arraycopy(elements, index, elements, index + 1, size - index);
        tags[index] = element.tag();
        elements[index] = element;
        size++;
    }
}
