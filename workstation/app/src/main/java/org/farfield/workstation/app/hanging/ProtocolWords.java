package org.farfield.workstation.app.hanging;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.hanging.HangingModel;
import org.farfield.workstation.reading.hanging.HangingProtocol;

/** A protocol's name: in the language of the moment where it came with the program, else as the reader wrote it. */
final class ProtocolWords {
    private static final Set<String> SHIPPED =
            HangingModel.shipped().stream().map(HangingProtocol::name).collect(Collectors.toUnmodifiableSet());

    private final Texts texts;

    ProtocolWords(Texts texts) {
        this.texts = texts;
    }

    String of(HangingProtocol protocol) {
        String name = protocol.name();
        return SHIPPED.contains(name) ? texts.get(key(name)) : name;
    }

    static String key(String name) {
        return "hanging.shipped." + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".");
    }
}
