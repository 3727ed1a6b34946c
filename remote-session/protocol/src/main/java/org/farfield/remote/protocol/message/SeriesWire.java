package org.farfield.remote.protocol.message;

import org.farfield.remote.protocol.PlanKind;

/**
 * Series and slices on the wire.
 *
 * <pre>
 * start     series UID text, study UID text, description text, kind u8, planned i32, geometry, available i64
 * geometry  columns i32, rows i32, first 3 f64, row direction 3 f64, column direction 3 f64, column spacing f64,
 *           row spacing f64, step 3 f64, frame of reference text, signed bool, slope f64, intercept f64
 * end       series UID text, last sequence i64, outcome u8
 * resume    series UID text, after i64, through i64
 * lag       series UID text, newest i64, behind i64, lost through i64
 * slice     series UID text, sequence i64, index i32, captured i64, SOP instance UID text, voxel hash 32 bytes,
 *           length i32, that many bytes of a Part 10 file
 * </pre>
 */
final class SeriesWire {
    private SeriesWire() {}

    static void write(WireWriter out, SeriesStart s) {
        out.text(s.seriesUid(), Bounds.ID)
                .text(s.studyUid(), Bounds.ID)
                .text(s.description(), Bounds.NAME)
                .code(s.kind())
                .i32(s.plannedSlices());
        write(out, s.geometry());
        out.i64(s.availableSequence());
    }

    static SeriesStart start(WireReader in) throws ProtocolException {
        return new SeriesStart(
                in.text("series UID", Bounds.ID),
                in.text("study UID", Bounds.ID),
                in.text("series description", Bounds.NAME),
                in.code("series kind", PlanKind.class),
                in.i32("planned slices"),
                geometry(in),
                in.i64("available sequence"));
    }

    static void write(WireWriter out, SeriesGeometry g) {
        out.i32(g.columns()).i32(g.rows());
        out.f64(g.firstX()).f64(g.firstY()).f64(g.firstZ());
        out.f64(g.rowX()).f64(g.rowY()).f64(g.rowZ());
        out.f64(g.columnX()).f64(g.columnY()).f64(g.columnZ());
        out.f64(g.columnSpacingMm()).f64(g.rowSpacingMm());
        out.f64(g.stepX()).f64(g.stepY()).f64(g.stepZ());
        out.text(g.frameOfReferenceUid(), Bounds.ID).bool(g.signed());
        out.f64(g.rescaleSlope()).f64(g.rescaleIntercept());
    }

    static SeriesGeometry geometry(WireReader in) throws ProtocolException {
        return new SeriesGeometry(
                in.i32("columns"),
                in.i32("rows"),
                in.f64("first position x"),
                in.f64("first position y"),
                in.f64("first position z"),
                in.f64("row direction x"),
                in.f64("row direction y"),
                in.f64("row direction z"),
                in.f64("column direction x"),
                in.f64("column direction y"),
                in.f64("column direction z"),
                in.f64("column spacing"),
                in.f64("row spacing"),
                in.f64("step x"),
                in.f64("step y"),
                in.f64("step z"),
                in.text("frame of reference", Bounds.ID),
                in.bool("signed"),
                in.f64("rescale slope"),
                in.f64("rescale intercept"));
    }

    static void write(WireWriter out, SeriesEnd e) {
        out.text(e.seriesUid(), Bounds.ID).i64(e.lastSequence()).code(e.outcome());
    }

    static SeriesEnd end(WireReader in) throws ProtocolException {
        return new SeriesEnd(
                in.text("series UID", Bounds.ID),
                in.i64("last sequence"),
                in.code("series outcome", SeriesOutcome.class));
    }

    static void write(WireWriter out, SliceResume r) {
        out.text(r.seriesUid(), Bounds.ID).i64(r.afterSequence()).i64(r.throughSequence());
    }

    static SliceResume resume(WireReader in) throws ProtocolException {
        return new SliceResume(in.text("series UID", Bounds.ID), in.i64("after sequence"), in.i64("through sequence"));
    }

    static void write(WireWriter out, ViewerLag l) {
        out.text(l.seriesUid(), Bounds.ID)
                .i64(l.newestSequence())
                .i64(l.behind())
                .i64(l.lostThrough());
    }

    static ViewerLag lag(WireReader in) throws ProtocolException {
        return new ViewerLag(
                in.text("series UID", Bounds.ID),
                in.i64("newest sequence"),
                in.i64("slices behind"),
                in.i64("lost through"));
    }

    static void write(WireWriter out, SliceHeader h) {
        out.text(h.seriesUid(), Bounds.ID)
                .i64(h.sequence())
                .i32(h.index())
                .i64(h.captureMillis())
                .text(h.sopInstanceUid(), Bounds.ID)
                .raw(h.voxelSha256())
                .i32(h.length());
    }

    static LiveSlice slice(WireReader in) throws ProtocolException {
        SliceHeader header = new SliceHeader(
                in.text("series UID", Bounds.ID),
                in.i64("sequence"),
                in.i32("index"),
                in.i64("captured"),
                in.text("SOP instance UID", Bounds.ID),
                in.raw("voxel hash", SliceHeader.HASH_BYTES),
                in.i32("slice length"));
        if (header.length() != in.remaining()) {
            throw new ProtocolException("slice length: " + header.length() + ", there are " + in.remaining());
        }
        return new LiveSlice(header, in.raw("slice", header.length()));
    }
}
