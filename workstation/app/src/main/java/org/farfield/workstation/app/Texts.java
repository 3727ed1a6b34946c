package org.farfield.workstation.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The words on the screen, in the language of the moment. FX thread.
 *
 * <p>Bundles are UTF-8 property files beside a class: {@code messages.properties} (English) and
 * {@code messages_zh_CN.properties}. They are read here and not through {@link java.util.ResourceBundle}, whose
 * fall-back to the system's locale would answer Chinese for English on a Chinese machine. {@code {0}}, {@code {1}}
 * stand for arguments; there is no quoting, an apostrophe is an apostrophe. A key that is nowhere shows as
 * {@code !key!}; a test keeps that from happening.
 */
public final class Texts {
    private final ObjectProperty<Language> language;
    private final Map<Language, Properties> words = new EnumMap<>(Language.class);

    /** Words of {@code bundle} beside {@code anchor}, in the language that {@code language} holds. */
    public Texts(ObjectProperty<Language> language, Class<?> anchor, String bundle) {
        this(language, Map.of(), anchor, bundle);
    }

    private Texts(ObjectProperty<Language> language, Map<Language, Properties> base, Class<?> anchor, String bundle) {
        this.language = language;
        for (Language each : Language.values()) {
            Properties merged = new Properties();
            merged.putAll(base.getOrDefault(each, new Properties()));
            merged.putAll(read(anchor, bundle + each.suffix() + ".properties"));
            words.put(each, merged);
        }
    }

    /** These words and those of another bundle, following the same language. */
    public Texts with(Class<?> anchor, String bundle) {
        return new Texts(language, words, anchor, bundle);
    }

    /** The words of a key now; arguments in place of {0}, {1}. */
    public String get(String key, Object... arguments) {
        return fill(pattern(key), arguments);
    }

    /** The words of a key as they follow the language and any argument that is an observable value. */
    public StringBinding bind(String key, Object... arguments) {
        List<Observable> sources = new ArrayList<>(List.of(language));
        for (Object argument : arguments) {
            if (argument instanceof ObservableValue<?> value) {
                sources.add(value);
            }
        }
        return Bindings.createStringBinding(() -> get(key, arguments), sources.toArray(Observable[]::new));
    }

    /** The language of the moment; set it and every bound text follows. */
    public ObjectProperty<Language> language() {
        return language;
    }

    private String pattern(String key) {
        String word = Objects.requireNonNull(words.get(language.get())).getProperty(key);
        if (word == null) {
            word = Objects.requireNonNull(words.get(Language.ENGLISH)).getProperty(key);
        }
        return word == null ? "!" + key + "!" : word;
    }

    private static String fill(String pattern, Object... arguments) {
        String filled = pattern;
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i] instanceof ObservableValue<?> value ? value.getValue() : arguments[i];
            filled = filled.replace("{" + i + "}", String.valueOf(argument));
        }
        return filled;
    }

    private static Properties read(Class<?> anchor, String file) {
        try (InputStream in = anchor.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no bundle " + file + " beside " + anchor.getName());
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
