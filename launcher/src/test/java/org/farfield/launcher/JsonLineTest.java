package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLineTest {
    @Test
    void membersKeepTheirOrderAndTheirKinds() {
        String line = new JsonLine()
                .put("name", "\u738b^\u5c0f\u6771")
                .put("count", 3)
                .put("spacing", new double[] {0.7, 2, 1.0 / 3})
                .put("ok", true)
                .putNull("series")
                .put("problems", List.of(Map.of("file", "a"), new JsonLine()))
                .toString();
        assertEquals(
                "{\"name\":\"\u738b^\u5c0f\u6771\",\"count\":3,\"spacing\":[0.7,2,0.333333],\"ok\":true,"
                        + "\"series\":null,\"problems\":[{\"file\":\"a\"},{}]}",
                line);
    }

    @Test
    void whatJsonCannotHoldIsEscaped() {
        assertEquals(
                "{\"a\\\"\\\\\":\"\\n\\r\\t\\u0000\\u001b\\u007f\"}",
                new JsonLine().put("a\"\\", "\n\r\t\0\u001b\u007f").toString());
    }

    @Test
    void halfASurrogatePairDoesNotBreakTheEncoding() {
        assertEquals("{\"a\":\"\\ud83d\"}", new JsonLine().put("a", "\ud83d").toString());
        assertEquals("{\"a\":\"\\ude00x\"}", new JsonLine().put("a", "\ude00x").toString());
        assertEquals(
                "{\"a\":\"\ud83d\ude00\"}",
                new JsonLine().put("a", "\ud83d\ude00").toString());
    }

    @Test
    void numbersThatJsonCannotSayAreNull() {
        assertEquals(
                "{\"a\":null,\"b\":0,\"c\":-1000,\"d\":1500}",
                new JsonLine()
                        .put("a", Double.NaN)
                        .put("b", -0.0)
                        .put("c", -1000.0)
                        .put("d", 1.5e3)
                        .toString());
    }
}
