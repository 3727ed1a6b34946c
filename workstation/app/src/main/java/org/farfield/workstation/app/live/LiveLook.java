package org.farfield.workstation.app.live;

import java.net.URL;
import java.util.Objects;
import org.farfield.workstation.app.Texts;

/** The look and the words that the live session's panes share. */
public final class LiveLook {

    private LiveLook() {}

    /** The window's words and those of the live session. */
    public static Texts texts(Texts window) {
        return window.with(LiveLook.class, "live");
    }

    static String sheet() {
        URL url = LiveLook.class.getResource("live.css");
        return Objects.requireNonNull(url, "live.css").toExternalForm();
    }
}
