package org.farfield.workstation.app;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.farfield.workstation.study.Problem;

/** Everything that went wrong, in one list: each file with its cause. */
final class ProblemList {
    private static final double WIDTH = 560;

    private final PopOver popOver = new PopOver();

    ProblemList(ObservableList<Problem> problems, Texts texts) {
        Label title = new Label(texts.get("problems.title"));
        title.getStyleClass().add("problem-title");
        ListView<Problem> list = new ListView<>(problems);
        list.setId("problem-list");
        list.setPrefSize(WIDTH, Math.clamp(problems.size() * 52L + 8, 80, 360));
        list.setCellFactory(view -> new Cell());
        VBox content = new VBox(8, title, list);
        content.getStyleClass().add("problem-popover");
        popOver.setContentNode(content);
        popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
    }

    void show(Node owner) {
        popOver.getRoot().getStylesheets().setAll(List.of(Appearance.sheet()));
        popOver.show(owner);
    }

    private static final class Cell extends ListCell<Problem> {
        private final Label file = new Label();
        private final Label cause = new Label();
        private final VBox lines = new VBox(2, file, cause);

        Cell() {
            file.getStyleClass().add("problem-file");
            cause.getStyleClass().add("problem-cause");
            cause.setWrapText(true);
            cause.setMinHeight(USE_PREF_SIZE);
            setPrefWidth(0);
            getStyleClass().add("problem");
        }

        @Override
        protected void updateItem(Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            if (empty || problem == null) {
                setGraphic(null);
            } else {
                file.setText(String.valueOf(problem.file()));
                cause.setText(problem.cause());
                setGraphic(lines);
            }
        }
    }
}
