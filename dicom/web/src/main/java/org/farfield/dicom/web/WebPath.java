package org.farfield.dicom.web;

import java.util.Optional;
import org.farfield.dicom.Uids;

/** A study, a series or an instance as a resource (PS3.18 10.1). */
public record WebPath(String study, Optional<String> series, Optional<String> instance) {
    /** Checks the UIDs, which become part of an address. */
    public WebPath {
        if (!Uids.isValid(study)
                || !series.map(Uids::isValid).orElse(true)
                || !instance.map(Uids::isValid).orElse(true)) {
            throw new IllegalArgumentException("a resource is named by UIDs");
        }
        if (instance.isPresent() && series.isEmpty()) {
            throw new IllegalArgumentException("an instance is named by those of its study and series too");
        }
    }

    /** A whole study. */
    public static WebPath study(String uid) {
        return new WebPath(uid, Optional.empty(), Optional.empty());
    }

    /** One instance. */
    public static WebPath instance(String study, String series, String instance) {
        return new WebPath(study, Optional.of(series), Optional.of(instance));
    }

    /** {@code /studies/1.2/series/3.4}. */
    @Override
    public String toString() {
        return "/studies/" + study + series.map(uid -> "/series/" + uid).orElse("")
                + instance.map(uid -> "/instances/" + uid).orElse("");
    }
}
