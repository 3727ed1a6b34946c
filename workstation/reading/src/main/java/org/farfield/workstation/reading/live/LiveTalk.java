package org.farfield.workstation.reading.live;

/** What one person hears and says beside all control: chat and pointers. */
public record LiveTalk(ChatModel chat, PointerModel pointers) {}
