package org.farfield.workstation.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.farfield.rendering.volume.WindowPreset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandPaletteTest {
    private static @Nullable WindowFixture shared;

    @SuppressWarnings("NullAway.Init")
    private WindowFixture fixture;

    @BeforeAll
    static void open() {
        shared = new WindowFixture();
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(shared).close();
    }

    @BeforeEach
    void fresh() {
        fixture = Objects.requireNonNull(shared);
        fixture.fresh();
    }

    @Test
    void someLettersOfACommandAndEnterRunIt() {
        fixture.hold(KeyCode.CONTROL);
        fixture.type(KeyCode.P);
        fixture.letGo(KeyCode.CONTROL);
        for (KeyCode key : new KeyCode[] {KeyCode.B, KeyCode.O, KeyCode.N, KeyCode.E}) {
            fixture.type(key);
        }
        fixture.type(KeyCode.ENTER);
        Fx.await("the bone window", () -> fixture.mpr().state().window().equals(WindowPreset.BONE.window()));
        assertEquals(WindowPreset.BONE.window(), fixture.mpr().state().window());
    }
}
