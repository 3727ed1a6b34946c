import org.jspecify.annotations.NullMarked;

/** Workstation. */
@NullMarked
module org.farfield.workstation.app {
    requires static transitive org.jspecify;
    requires transitive org.farfield.workstation.reading;
    requires transitive org.farfield.rendering.viewport;
    requires transitive org.farfield.rendering.gpu;
    requires transitive javafx.controls;
    requires javafx.swing;
    requires java.desktop;
    requires org.controlsfx.controls;
    requires atlantafx.base;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.material2;

    exports org.farfield.workstation.app;
    exports org.farfield.workstation.app.archive;
    exports org.farfield.workstation.app.compare;
    exports org.farfield.workstation.app.hanging;
    exports org.farfield.workstation.app.live;
    exports org.farfield.workstation.app.presentation;
    exports org.farfield.workstation.app.report;
}
