package org.farfield.remote.twin.recon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a slice is reconstructed, in one word, as it stands in a scan plan and in Convolution Kernel (0018,1210): a
 * kernel and, after {@code -I}, how strongly the picture is smoothed, {@code STANDARD-I2}.
 *
 * @param strength 0 = not at all, to {@link #STRONGEST}
 */
public record Recipe(Kernel kernel, int strength) {
    public static final int STRONGEST = 3;

    public Recipe {
        if (strength < 0 || strength > STRONGEST) {
            throw new IllegalArgumentException("smoothing is 0 to " + STRONGEST + ", got " + strength);
        }
    }

    /** Every recipe, the plain kernels first. */
    public static List<Recipe> all() {
        List<Recipe> recipes = new ArrayList<>();
        for (int strength = 0; strength <= STRONGEST; strength++) {
            for (Kernel kernel : Kernel.values()) {
                recipes.add(new Recipe(kernel, strength));
            }
        }
        return recipes;
    }

    public String word() {
        return kernel + (strength == 0 ? "" : "-I" + strength);
    }

    /** The recipe of this word. */
    public static Optional<Recipe> named(String word) {
        return all().stream()
                .filter(r -> r.word().equalsIgnoreCase(word.strip()))
                .findFirst();
    }
}
