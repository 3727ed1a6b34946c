package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final Set<String> VALUED = Set.of("--plane", "--at");
    private static final Set<String> BARE = Set.of("--json");

    @Test
    void wordsValuesAndFlagsAreToldApart() throws WrongUsage {
        Arguments a = Arguments.parse(List.of("folder", "--at", "-1,2,-3", "--json"), VALUED, BARE);
        assertEquals("folder", a.onlyWord("PATH"));
        assertEquals(Optional.of("-1,2,-3"), a.value("--at"));
        assertTrue(a.has("--json"));
    }

    @Test
    void whatIsWrongIsNamed() {
        assertEquals("unknown option --loud", fault("--loud"));
        assertEquals("--at needs a value", fault("--at"));
        assertEquals("--at is given twice", fault("--at", "1", "--at", "2"));
        WrongUsage missing = assertThrows(
                WrongUsage.class, () -> Arguments.parse(List.of(), VALUED, BARE).required("--plane"));
        assertEquals("--plane is missing", missing.getMessage());
    }

    @Test
    void numbersMustBeAsManyAsExpectedAndFinite() throws WrongUsage {
        assertArrayEquals(new double[] {-1, 2.5, 3e2}, Arguments.numbers("--at", "-1,2.5,3e2", ",", 3));
        for (String bad : List.of("1,2", "1,2,x", "1,2,NaN", "1,2,3,4", "", "1,,3", "1,2,Infinity")) {
            WrongUsage fault = assertThrows(WrongUsage.class, () -> Arguments.numbers("--at", bad, ",", 3));
            assertEquals("--at expects number,number,number, got '" + bad + "'", fault.getMessage());
        }
    }

    private static String fault(String... args) {
        return String.valueOf(assertThrows(WrongUsage.class, () -> Arguments.parse(List.of(args), VALUED, BARE))
                .getMessage());
    }
}
