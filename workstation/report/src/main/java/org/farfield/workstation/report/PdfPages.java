package org.farfield.workstation.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Sets lines and pictures on A4 pages from top to bottom, a new page where one is full. Points, from the lower left.
 */
final class PdfPages {
    private static final float MARGIN = 56;
    private static final float FOOT = 40;
    private static final float TEXT = 10.5f;
    private static final float TITLE = 17;
    private static final float SMALL = 7.5f;
    private static final float LEADING = 1.45f;
    private static final float LABEL_WIDTH = 78;
    private static final float HIGHEST_PICTURE = 330;

    private final PDDocument document;
    private final PdfFonts fonts;
    private final List<PDPage> pages = new ArrayList<>();
    private float y;

    PdfPages(PDDocument document) {
        this.document = document;
        this.fonts = new PdfFonts(document);
        turn();
    }

    private void turn() {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    private float width() {
        return PDRectangle.A4.getWidth() - 2 * MARGIN;
    }

    private void room(float height) {
        if (y - height < MARGIN + FOOT) {
            turn();
        }
    }

    void title(String text) throws IOException {
        line(text, TITLE, true, MARGIN);
        y -= 4;
    }

    void strong(String text) throws IOException {
        wrapped(text, TEXT, true);
    }

    /** Two labels with what they name, beside one another. */
    void pair(String left, String leftText, String right, String rightText) throws IOException {
        float middle = MARGIN + width() / 2;
        room(TEXT * LEADING);
        y -= TEXT * LEADING;
        show(left, TEXT, true, MARGIN, y);
        show(leftText, TEXT, false, MARGIN + LABEL_WIDTH, y);
        show(right, TEXT, true, middle, y);
        show(rightText, TEXT, false, middle + LABEL_WIDTH, y);
    }

    void heading(String text) throws IOException {
        room(4 * TEXT * LEADING);
        y -= 8;
        line(text, TEXT + 1.5f, true, MARGIN);
    }

    void paragraphs(String text) throws IOException {
        for (String line : text.lines().toList()) {
            wrapped(line, TEXT, false);
        }
    }

    void rule() throws IOException {
        room(16);
        y -= 8;
        try (PDPageContentStream out = stream(pages.getLast())) {
            out.setLineWidth(0.6f);
            out.moveTo(MARGIN, y);
            out.lineTo(MARGIN + width(), y);
            out.stroke();
        }
        y -= 4;
    }

    void picture(BufferedImage image, String caption) throws IOException {
        float scale = Math.min(width() / image.getWidth(), HIGHEST_PICTURE / image.getHeight());
        float w = image.getWidth() * scale;
        float h = image.getHeight() * scale;
        room(h + TEXT * LEADING * 2);
        y -= h + 4;
        PDImageXObject picture = LosslessFactory.createFromImage(document, image);
        try (PDPageContentStream out = stream(pages.getLast())) {
            out.drawImage(picture, MARGIN, y, w, h);
        }
        wrapped(caption, TEXT, false);
        y -= 6;
    }

    /** Numbers the pages and puts a line at the foot of each. */
    void finish(BiFunction<Integer, Integer, String> number, String foot) throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            String text = number.apply(i + 1, pages.size());
            show(pages.get(i), foot, SMALL, false, MARGIN, MARGIN);
            float right = MARGIN + width() - lengthOf(text, SMALL, false);
            show(pages.get(i), text, SMALL, false, right, MARGIN);
        }
    }

    private void line(String text, float size, boolean heavy, float x) throws IOException {
        room(size * LEADING);
        y -= size * LEADING;
        show(text, size, heavy, x, y);
    }

    /** Breaks at spaces, and between any two characters where there is none, as Chinese is. */
    private void wrapped(String text, float size, boolean heavy) throws IOException {
        String rest = text.strip();
        if (rest.isEmpty()) {
            y -= size * LEADING / 2;
            return;
        }
        while (!rest.isEmpty()) {
            int fits = fitting(rest, size, heavy);
            line(rest.substring(0, fits), size, heavy, MARGIN);
            rest = rest.substring(fits).stripLeading();
        }
    }

    private int fitting(String text, float size, boolean heavy) throws IOException {
        if (lengthOf(text, size, heavy) <= width()) {
            return text.length();
        }
        int low = 1;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (lengthOf(text.substring(0, middle), size, heavy) <= width()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int space = text.lastIndexOf(' ', low);
        boolean wide = text.charAt(low - 1) > '\u2e80' || text.charAt(low) > '\u2e80';
        return space > 0 && !wide ? space : Character.isHighSurrogate(text.charAt(low - 1)) && low > 1 ? low - 1 : low;
    }

    private float lengthOf(String text, float size, boolean heavy) throws IOException {
        float sum = 0;
        for (PdfFonts.Run run : fonts.runs(clean(text), heavy)) {
            sum += run.font().getStringWidth(run.text()) / 1000 * size;
        }
        return sum;
    }

    /** Without what no font shows. */
    private static String clean(String text) {
        return text.replace('\t', ' ').replaceAll("\\p{Cntrl}", "");
    }

    private void show(String text, float size, boolean heavy, float x, float at) throws IOException {
        show(pages.getLast(), text, size, heavy, x, at);
    }

    private void show(PDPage page, String text, float size, boolean heavy, float x, float at) throws IOException {
        String shown = clean(text);
        if (shown.isEmpty()) {
            return;
        }
        try (PDPageContentStream out = stream(page)) {
            out.beginText();
            out.newLineAtOffset(x, at);
            for (PdfFonts.Run run : fonts.runs(shown, heavy)) {
                out.setFont(run.font(), size);
                out.showText(run.text());
            }
            out.endText();
        }
    }

    private PDPageContentStream stream(PDPage page) throws IOException {
        return new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true);
    }
}
