package org.farfield.dicom.codec;

import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.Element;
import org.farfield.dicom.Tag;

/**
 * Which fragments make up which frame (PS3.5 A.4): by number where that is plain, else by the Basic or the Extended
 * Offset Table, else by the marker with which every compressed frame begins.
 */
final class FrameFragments {
    private static final int ITEM_HEAD = 8;

    private final List<ByteSlice> fragments;
    private final int[] firsts;

    private FrameFragments(List<ByteSlice> fragments, int[] firsts) {
        this.fragments = fragments;
        this.firsts = firsts;
    }

    static FrameFragments of(DataSet dataSet, Element.Fragments element, int frames) throws DicomException {
        List<ByteSlice> fragments = element.fragments();
        int count = fragments.size();
        if (count < frames) {
            throw new DicomException(
                    DicomException.Reason.TRUNCATED, count + " fragments cannot hold " + frames + " frames");
        }
        int[] firsts = new int[frames];
        if (frames == 1) {
            return new FrameFragments(fragments, firsts);
        }
        if (count == frames) {
            for (int i = 0; i < frames; i++) {
                firsts[i] = i;
            }
            return new FrameFragments(fragments, firsts);
        }
        List<Integer> starts = byOffsets(fragments, offsets(dataSet, element));
        if (starts.size() != frames) {
            starts = byMarkers(fragments);
        }
        if (starts.size() != frames || starts.getFirst() != 0) {
            throw new DicomException(
                    DicomException.Reason.MALFORMED,
                    count + " fragments of " + frames + " frames, and no offset table that divides them");
        }
        return new FrameFragments(
                fragments, starts.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The bytes of a frame; without a copy when it is one fragment. */
    ByteSlice frame(int frame) {
        int from = firsts[frame];
        int to = frame + 1 < firsts.length ? firsts[frame + 1] : fragments.size();
        if (to - from == 1) {
            return fragments.get(from);
        }
        int length = 0;
        for (ByteSlice fragment : fragments.subList(from, to)) {
            length += fragment.length();
        }
        byte[] joined = new byte[length];
        int at = 0;
        for (ByteSlice fragment : fragments.subList(from, to)) {
            System.arraycopy(fragment.array(), fragment.offset(), joined, at, fragment.length());
            at += fragment.length();
        }
        return ByteSlice.of(joined);
    }

    private static List<Long> offsets(DataSet dataSet, Element.Fragments element) {
        List<Long> offsets = new ArrayList<>();
        ByteSlice extended = dataSet.bytes(Tag.EXTENDED_OFFSET_TABLE);
        ByteSlice basic = element.offsetTable();
        if (extended.length() > 0) {
            for (int i = 0; i + 8 <= extended.length(); i += 8) {
                offsets.add(extended.buffer().getLong(i));
            }
        } else {
            for (int i = 0; i + 4 <= basic.length(); i += 4) {
                offsets.add(basic.buffer().getInt(i) & 0xFFFFFFFFL);
            }
        }
        return offsets;
    }

    /** Index of the fragment at each offset, counted from the first fragment's item tag. */
    private static List<Integer> byOffsets(List<ByteSlice> fragments, List<Long> offsets) {
        List<Integer> starts = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < fragments.size(); i++) {
            if (starts.size() < offsets.size() && offsets.get(starts.size()) == at) {
                starts.add(i);
            }
            at += ITEM_HEAD + fragments.get(i).length();
        }
        return starts;
    }

    /** Fragments that begin with SOI of the JPEG family or SOC of JPEG 2000. */
    private static List<Integer> byMarkers(List<ByteSlice> fragments) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < fragments.size(); i++) {
            ByteSlice fragment = fragments.get(i);
            if (fragment.length() >= 2
                    && fragment.at(0) == 0xFF
                    && (fragment.at(1) == 0xD8 || fragment.at(1) == 0x4F)) {
                starts.add(i);
            }
        }
        return starts;
    }
}
