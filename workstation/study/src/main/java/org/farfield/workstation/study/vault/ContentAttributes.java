package org.farfield.workstation.study.vault;

import java.io.StreamCorruptedException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** A file's attributes with the size of its content; of a file that is cut short, the size on the disk. */
record ContentAttributes(BasicFileAttributes onDisk) implements BasicFileAttributes {
    @Override
    public long size() {
        if (!onDisk.isRegularFile()) {
            return onDisk.size();
        }
        try {
            return FileCipher.contentSize(onDisk.size());
        } catch (StreamCorruptedException e) {
            return onDisk.size();
        }
    }

    @Override
    public FileTime lastModifiedTime() {
        return onDisk.lastModifiedTime();
    }

    @Override
    public FileTime lastAccessTime() {
        return onDisk.lastAccessTime();
    }

    @Override
    public FileTime creationTime() {
        return onDisk.creationTime();
    }

    @Override
    public boolean isRegularFile() {
        return onDisk.isRegularFile();
    }

    @Override
    public boolean isDirectory() {
        return onDisk.isDirectory();
    }

    @Override
    public boolean isSymbolicLink() {
        return onDisk.isSymbolicLink();
    }

    @Override
    public boolean isOther() {
        return onDisk.isOther();
    }

    @Override
    public @Nullable Object fileKey() {
        return onDisk.fileKey();
    }
}
