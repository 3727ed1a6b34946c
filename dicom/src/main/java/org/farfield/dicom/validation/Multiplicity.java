package org.farfield.dicom.validation;

/** Value multiplicities as the standard writes them: "1", "1-3", "1-n", "2-2n", "3-3n" (PS3.5 6.4). */
final class Multiplicity {
    private Multiplicity() {}

    static boolean allows(String multiplicity, int count) {
        String[] ends = multiplicity.split("-", 2);
        int low = number(ends[0], 1);
        if (ends.length == 1) {
            return ends[0].endsWith("n") ? count % low == 0 : count == low;
        }
        if (!ends[1].endsWith("n")) {
            return count >= low && count <= number(ends[1], Integer.MAX_VALUE);
        }
        int step = number(ends[1].substring(0, ends[1].length() - 1), 1);
        return count >= low && count % step == 0;
    }

    private static int number(String digits, int otherwise) {
        String plain = digits.replace("n", "");
        return plain.matches("\\d{1,8}") ? Math.max(1, Integer.parseInt(plain)) : otherwise;
    }
}
