package org.farfield.dicom.network.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;

/**
 * Which presentation contexts an association for storage has (PS3.8 7.1.1.13).
 *
 * @param classes UIDs of the SOP classes, those first that matter most where there is room for few
 * @param syntaxes UIDs of the transfer syntaxes, in the order of preference
 */
public record StorageContexts(List<String> classes, List<String> syntaxes) {
    /** Every storage class in every transfer syntax that is stored as it comes. */
    public static final StorageContexts ALL = new StorageContexts(SopClasses.storage(), SopClasses.storedSyntaxes());

    /** Keeps its own copies; an {@link IllegalArgumentException} names the UID that is none of these. */
    public StorageContexts {
        classes = List.copyOf(classes);
        syntaxes = List.copyOf(syntaxes);
        for (String uid : classes) {
            if (!Uids.isValid(uid)) {
                throw new IllegalArgumentException("'" + uid + "' is no UID of a SOP class");
            }
        }
        for (String uid : syntaxes) {
            if (!SopClasses.storedSyntaxes().contains(uid)) {
                throw new IllegalArgumentException("'" + uid + "' is no UID of a transfer syntax that can be stored");
            }
        }
        if (classes.isEmpty() || syntaxes.isEmpty()) {
            throw new IllegalArgumentException("a SOP class and a transfer syntax are needed at least");
        }
    }

    /** These where they are named, otherwise all. */
    public static StorageContexts of(List<String> classes, List<String> syntaxes) {
        return new StorageContexts(
                classes.isEmpty() ? ALL.classes() : classes, syntaxes.isEmpty() ? ALL.syntaxes() : syntaxes);
    }

    /** Those transfer syntaxes whose pixels are, or are not, compressed. */
    List<String> syntaxes(boolean compressed) {
        return syntaxes.stream()
                .filter(uid -> TransferSyntax.of(uid).encapsulated() == compressed)
                .toList();
    }

    /** What a storage SCP offers by these, and verification. */
    Map<String, List<String>> offered() {
        Map<String, List<String>> offered = new LinkedHashMap<>();
        classes.forEach(uid -> offered.put(uid, syntaxes));
        offered.put(Uids.VERIFICATION, SopClasses.plainSyntaxes());
        return offered;
    }
}
