// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse::ctl
{

/// While it lives, what libraries print on standard error by themselves (libpng and libtiff on damaged files: neither leaves
/// the caller of Qt's readers a way to be asked) goes to the log gatehouse.scan, level debug; lines of our own log are passed
/// on as they are. For a program without other threads that write there; one at a time. Does nothing under a sanitizer, whose
/// report must not be lost, and where no memory for the text is to be had.
class LibraryTalk
{
public:
    LibraryTalk();
    ~LibraryTalk();
    LibraryTalk(const LibraryTalk &) = delete;
    LibraryTalk &operator=(const LibraryTalk &) = delete;

private:
    int m_kept = -1;   ///< standard error as it was
    int m_caught = -1; ///< what is written meanwhile
};

} // namespace gatehouse::ctl
