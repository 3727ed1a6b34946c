package org.farfield.workstation.app.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.network.association.AssociationException;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.service.StorageContexts;
import org.farfield.workstation.app.Appearance;
import org.farfield.workstation.app.Language;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.app.live.Fx;
import org.farfield.workstation.reading.archive.ArchiveModel;
import org.farfield.workstation.reading.archive.ReadingStates;
import org.farfield.workstation.study.DraftFolder;
import org.farfield.workstation.study.archive.Archive;
import org.farfield.workstation.study.archive.NetworkSettings;
import org.farfield.workstation.study.archive.StudyNetwork;
import org.farfield.workstation.study.store.StudyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The study browser in a real window, with DCMTK's archive at the other end. */
class ArchivePaneTest {
    @TempDir
    private Path folder;

    @Test
    void aStudyIsFoundRetrievedSentAndOpened() throws Exception {
        Fx.start();
        try (ForeignArchive pacs = ForeignArchive.start(folder)) {
            StudyStore store = StudyStore.open(folder.resolve("store"));
            store.add(instance("1", "Li^Na=李^娜", 1));
            Peer peer = new Peer("127.0.0.1", pacs.port(), "PEER", "HERE", Optional.empty());
            Archive archive = new Archive("PACS", peer, Archive.RetrieveBy.GET);
            NetworkSettings settings = new NetworkSettings(
                    "HERE", 11112, Set.of("PEER"), Optional.empty(), StorageContexts.ALL, List.of(archive));
            List<Path> opened = new ArrayList<>();
            ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
            ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.ENGLISH);
            StudyNetwork network = new StudyNetwork(settings, store);
            ArchiveModel model = Fx.run(() -> new ArchiveModel(
                    network,
                    new ReadingStates(DraftFolder.beside(folder.resolve("store"))),
                    work,
                    Platform::runLater,
                    opened::addAll));
            Stage stage = Fx.run(() -> show(model, language));
            Scene scene = stage.getScene();

            Fx.run(() -> {
                model.search();
                return true;
            });
            Fx.await("the store's study", () -> table(scene).getItems().size() == 1);
            select(scene, 0);
            Fx.run(() -> {
                model.send(model.rows().getFirst(), archive);
                return true;
            });
            awaitNotice(scene, "1 images sent to PACS");
            for (int i = 2; i <= 4; i++) {
                store.add(instance("2", "Wang^XiaoDong=王^小东", i));
            }
            Fx.run(() -> {
                model.search();
                return true;
            });
            Fx.await("both studies", () -> table(scene).getItems().size() == 2);
            picture(scene, "archive-local-en");

            Fx.run(() -> {
                ((ListView<?>) scene.lookup("#archive-sources"))
                        .getSelectionModel()
                        .select(1);
                return true;
            });
            awaitNotice(scene, "1 studies in PACS");
            fire(scene, "#archive-test");
            Fx.await("an answer", () -> notice(scene).startsWith("PACS answers in"));
            select(scene, 0);
            fire(scene, "#archive-retrieve");
            awaitNotice(scene, "0 images came from PACS"); // what the store has is not asked for again
            Fx.run(() -> {
                ((TextField) scene.lookup("#archive-filter-name")).setText("nobody");
                return true;
            });
            fire(scene, "#archive-search");
            awaitNotice(scene, "0 studies in PACS");

            Fx.run(() -> {
                model.filter().clear();
                language.set(Language.CHINESE);
                return true;
            });
            fire(scene, "#archive-search");
            awaitNotice(scene, "PACS 中有 1 个检查");
            picture(scene, "archive-pacs-zh");

            pacs.stop();
            fire(scene, "#archive-test");
            Fx.await("a fault", () -> notice(scene).contains("PEER@127.0.0.1:" + pacs.port()));
            picture(scene, "archive-fault-zh");

            Fx.run(() -> {
                ((ListView<?>) scene.lookup("#archive-sources"))
                        .getSelectionModel()
                        .select(0);
                return true;
            });
            Fx.await("the store again", () -> table(scene).getItems().size() == 2);
            select(scene, 0);
            fire(scene, "#archive-open");
            Fx.await("opened files", () -> !opened.isEmpty());
            Fx.run(() -> {
                stage.close();
                model.close();
                return true;
            });
            work.shutdown();
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertEquals(keys("archive.properties"), keys("archive_zh_CN.properties"));
    }

    @Test
    void everyKindOfFaultHasWords() throws IOException {
        for (AssociationException.Kind kind : AssociationException.Kind.values()) {
            assertTrue(keys("archive.properties").contains("archive.fault." + kind), kind.toString());
        }
    }

    private static Stage show(ArchiveModel model, ObjectProperty<Language> language) {
        Texts texts = new Texts(language, WorkstationWindow.class, "messages").with(ArchivePane.class, "archive");
        Scene scene = new Scene(new ArchivePane(model, texts), 1320, 560);
        new Appearance().dress(scene, texts);
        scene.getStylesheets().add(ArchiveStage.sheet());
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private Path instance(String study, String name, int number) throws IOException {
        DataSet dataSet = new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .set(Tag.SOP_CLASS_UID, Uids.CT_IMAGE_STORAGE)
                .set(Tag.SOP_INSTANCE_UID, "1.2.3.4.3." + number)
                .set(Tag.STUDY_INSTANCE_UID, "1.2.3.4.1." + study)
                .set(Tag.SERIES_INSTANCE_UID, "1.2.3.4.2." + study)
                .set(Tag.STUDY_DATE, "2026112" + study)
                .set(Tag.STUDY_TIME, "081500")
                .set(Tag.STUDY_DESCRIPTION, "CT CHEST")
                .set(Tag.ACCESSION_NUMBER, "A" + study)
                .set(Tag.of("StudyID"), "S1")
                .set(Tag.MODALITY, "CT")
                .set(Tag.PATIENT_NAME, name)
                .set(Tag.PATIENT_ID, "P" + study)
                .set(Tag.PATIENT_BIRTH_DATE, "19700215")
                .set(Tag.SERIES_NUMBER, "1")
                .set(Tag.INSTANCE_NUMBER, Integer.toString(number));
        Path file = folder.resolve(number + ".dcm");
        Part10.write(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return file;
    }

    private static void awaitNotice(Scene scene, String words) throws Exception {
        Fx.await(words, () -> notice(scene).equals(words));
    }

    private static String notice(Scene scene) {
        return ((Label) node(scene, "#archive-notice")).getText();
    }

    private static TableView<?> table(Scene scene) {
        return (TableView<?>) node(scene, "#archive-studies");
    }

    private static void select(Scene scene, int row) throws Exception {
        Fx.run(() -> {
            table(scene).getSelectionModel().select(row);
            return true;
        });
    }

    private static void fire(Scene scene, String id) throws Exception {
        Fx.run(() -> {
            Button button = (Button) node(scene, id);
            assertTrue(button.isVisible() && !button.isDisabled(), id);
            button.fire();
            return true;
        });
    }

    private static Node node(Scene scene, String id) {
        return Objects.requireNonNull(scene.lookup(id), id);
    }

    private static void picture(Scene scene, String name) throws Exception {
        Fx.pulses(3);
        Path target = Files.createDirectories(Path.of("target", "pictures"));
        BufferedImage image = Fx.run(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
        ImageIO.write(image, "png", target.resolve(name + ".png").toFile());
    }

    private static Set<String> keys(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(ArchivePane.class.getResourceAsStream(file))) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new TreeSet<>(properties.stringPropertyNames());
        }
    }
}
