package org.farfield.workstation.reading.hanging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.farfield.workstation.reading.StudyRow;

/**
 * For which series, and how they are hung.
 *
 * @param modality (0008,0060) that the series must have; empty for any
 * @param words one of them must be in the description of the study or the series, or in the body part; empty for any
 * @param prior whether the likeliest prior is put beside it, where there is one
 * @param stages one after another, at least one
 */
public record HangingProtocol(
        String name, String modality, List<String> words, boolean prior, List<HangingStage> stages) {
    public HangingProtocol {
        words = List.copyOf(words);
        stages = List.copyOf(stages);
    }

    /** Words as a person writes them, with commas or bars between. */
    public static List<String> words(String typed) {
        return Arrays.stream(typed.split("[,|\uff0c\u3001]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether it is for this series. */
    public boolean fits(StudyRow.OfSeries row) {
        String text = String.join(
                        "\n",
                        row.study().description(),
                        row.series().description(),
                        row.series().bodyPart())
                .toLowerCase(Locale.ROOT);
        return (modality.isEmpty() || modality.equals(row.series().modality()))
                && (words.isEmpty() || words.stream().anyMatch(word -> text.contains(word.toLowerCase(Locale.ROOT))));
    }
}
