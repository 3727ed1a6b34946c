package org.farfield.remote.twin.phantom;

import static org.farfield.remote.twin.phantom.Sketch.at;

import java.util.List;
import org.farfield.remote.twin.phantom.Loft.Outline;
import org.farfield.remote.twin.xray.Tissue;

/**
 * A bottle of water, 200 mm wide, with what a physicist measures a scanner by. From the feet up: rods of known
 * plastics; one wide acrylic rod whose edge shows the resolution, among four holes 100 mm apart; nothing but water; a
 * plate that climbs at 23 degrees and shows how thick a slice is.
 */
public final class QualityPhantom {
    public static final double RADIUS_MM = 100;

    /** z of the middle of each part, mm. */
    public static final double RODS_Z = -80;

    public static final double EDGE_Z = -30;
    public static final double WATER_Z = 30;
    public static final double RAMP_Z = 85;

    /** The wide rod. */
    public static final Point EDGE_CENTER = new Point(10.3, -7.7, EDGE_Z);

    public static final double EDGE_RADIUS_MM = 30;

    /** The rods, all of radius {@link #ROD_RADIUS_MM}. */
    public static final List<Rod> RODS = rods();

    public static final double ROD_RADIUS_MM = 9;

    /** The holes, at the corners of a square. */
    public static final List<Point> HOLES =
            List.of(at(-50, -50, EDGE_Z), at(50, -50, EDGE_Z), at(50, 50, EDGE_Z), at(-50, 50, EDGE_Z));

    /** How far the plate runs along x for a mm of z: the cotangent of 23 degrees. */
    public static final double RAMP_MM_PER_MM = 1 / Math.tan(Math.toRadians(23));

    private static final double HOLE_RADIUS_MM = 2;
    private static final double PLATE_HALF_MM = 1.5;

    private QualityPhantom() {}

    /** A rod of one material, upright at (x, y). */
    public record Rod(String material, double x, double y, Tissue tissue) {}

    private static List<Rod> rods() {
        double r = 58;
        double c = r / 2;
        double s = r * Math.sqrt(3) / 2;
        return List.of(
                new Rod("air", 0, -r, Tissue.AIR),
                new Rod("Teflon", s, -c, Tissue.TEFLON),
                new Rod("acrylic", s, c, Tissue.ACRYLIC),
                new Rod("polystyrene", 0, r, Tissue.POLYSTYRENE),
                new Rod("LDPE", -s, c, Tissue.LDPE),
                new Rod("PMP", -s, -c, Tissue.PMP));
    }

    /** The phantom, without a table. */
    public static Phantom water() {
        Sketch sketch = new Sketch();
        sketch.add(Loft.cylinder(0, 0, RADIUS_MM, -110, 110), Tissue.WATER);
        for (Rod rod : RODS) {
            sketch.add(Loft.cylinder(rod.x(), rod.y(), ROD_RADIUS_MM, RODS_Z - 20, RODS_Z + 20), rod.tissue());
        }
        sketch.add(
                Loft.cylinder(EDGE_CENTER.x(), EDGE_CENTER.y(), EDGE_RADIUS_MM, EDGE_Z - 20, EDGE_Z + 20),
                Tissue.ACRYLIC);
        for (Point hole : HOLES) {
            sketch.add(Loft.cylinder(hole.x(), hole.y(), HOLE_RADIUS_MM, EDGE_Z - 20, EDGE_Z + 20), Tissue.AIR);
        }
        double half = 15;
        double far = half * RAMP_MM_PER_MM;
        sketch.add(
                new Loft(List.of(
                        Outline.of(RAMP_Z - half, -far, 0, PLATE_HALF_MM, 20, 20),
                        Outline.of(RAMP_Z + half, far, 0, PLATE_HALF_MM, 20, 20))),
                Tissue.TEFLON);
        return new Phantom("water and inserts", sketch.parts(), List.of());
    }
}
