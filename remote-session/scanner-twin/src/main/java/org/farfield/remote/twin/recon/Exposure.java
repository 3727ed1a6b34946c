package org.farfield.remote.twin.recon;

import org.farfield.remote.twin.xray.Beam;

/**
 * What an exposure means for the physics: the beam, the effective tube current time product (mA x rotation / pitch) in
 * mAs, the slice thickness and the table's way during half a turn (0 for a standing table), both mm.
 */
public record Exposure(Beam beam, double effectiveMas, double thicknessMm, double tableMmPerHalfTurn) {}
