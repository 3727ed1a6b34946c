import org.jspecify.annotations.NullMarked;

/** Reading view models. */
@NullMarked
module org.farfield.workstation.reading {
    requires static transitive org.jspecify;
    requires transitive org.farfield.workstation.study;
    requires transitive org.farfield.workstation.report;
    requires transitive org.farfield.rendering.engine;
    requires transitive org.farfield.remote.client;
    requires transitive java.desktop;
    requires transitive javafx.base;

    exports org.farfield.workstation.reading;
    exports org.farfield.workstation.reading.archive;
    exports org.farfield.workstation.reading.compare;
    exports org.farfield.workstation.reading.hanging;
    exports org.farfield.workstation.reading.kept;
    exports org.farfield.workstation.reading.live;
    exports org.farfield.workstation.reading.measure;
    exports org.farfield.workstation.reading.presentation;
    exports org.farfield.workstation.reading.report;
    exports org.farfield.workstation.reading.structures;
}
