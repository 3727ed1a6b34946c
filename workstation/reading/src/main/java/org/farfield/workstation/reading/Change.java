package org.farfield.workstation.reading;

/**
 * One change a person made and may take back: a window drag, a preset, a reset.
 *
 * @param labelKey key of the words that name it in the menus
 * @param undo puts the state before back; on the FX thread
 * @param redo puts the state after back; on the FX thread
 */
public record Change(String labelKey, Runnable undo, Runnable redo) {}
