package org.farfield.dicom.deidentification;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Element;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;

/**
 * What names the patient and others in one object, and the search for it in what the table leaves: a technician may
 * have typed the patient's name into any text. One use, one thread.
 */
final class IdentityWords {
    private static final int SHORTEST = 3;
    private static final Set<Integer> NUMBERS = Set.of(
            Tag.PATIENT_ID,
            Tag.OTHER_PATIENT_IDS,
            Tag.ACCESSION_NUMBER,
            Tag.PATIENT_BIRTH_DATE,
            Tag.of("AdmissionID"),
            Tag.of("PatientAddress"),
            Tag.of("PatientTelephoneNumbers"));

    private final Set<String> words = new HashSet<>();
    private final Set<Integer> swept = new TreeSet<>(Integer::compareUnsigned);

    /** Learns the names and numbers of an object that is not changed yet. */
    void learn(DataSet original) {
        for (Element element : original) {
            if (element instanceof Element.Sequence sequence) {
                sequence.items().forEach(this::learn);
            } else if (element.vr() == Vr.PN) {
                for (String name : original.strings(element.tag())) {
                    List.of(name.split("[\\^=\\s,]+", -1)).forEach(this::add);
                }
            } else if (NUMBERS.contains(element.tag())) {
                original.strings(element.tag()).forEach(this::add);
            }
        }
    }

    /** Learns one more word. */
    void add(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        if (plain.length() >= SHORTEST || plain.codePoints().anyMatch(Character::isIdeographic)) {
            words.add(plain);
        }
    }

    /** Replaces every text that still holds a word. */
    void sweep(DataSet result, Set<Integer> except, Pseudonyms pseudonyms) {
        for (Element element : DataSets.elements(result)) {
            if (element instanceof Element.Sequence sequence) {
                sequence.items().forEach(item -> sweep(item, Set.of(), pseudonyms));
            } else if (isSearched(element) && !except.contains(element.tag()) && holdsOne(result, element.tag())) {
                DummyValues.put(result, element, pseudonyms);
                swept.add(element.tag());
            }
        }
    }

    /** Which elements held a word that the table would have left there. */
    Set<Integer> swept() {
        return swept;
    }

    private static boolean isSearched(Element element) {
        boolean text = element.vr().usesCharacterSet() || element.vr() == Vr.UR || element.vr() == Vr.AE;
        return text && element.tag() != Tag.CODING_SCHEME_DESIGNATOR;
    }

    private boolean holdsOne(DataSet dataSet, int tag) {
        String text = String.join("\n", dataSet.strings(tag)).toLowerCase(Locale.ROOT);
        for (String word : words) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                if (isEdge(text, at - 1, word.charAt(0))
                        && isEdge(text, at + word.length(), word.charAt(word.length() - 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** True where a word ends; scripts without spaces end anywhere. */
    private static boolean isEdge(String text, int at, char beside) {
        return at < 0
                || at >= text.length()
                || !Character.isLetterOrDigit(text.charAt(at))
                || Character.isIdeographic(beside);
    }
}
