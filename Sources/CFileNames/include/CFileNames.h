#ifndef CFILENAMES_H
#define CFILENAMES_H

#include <lifetimebound.h>
#include <ptrcheck.h>

// The calls on names of files that the system package lacks. Their paths are counted and end in a
// zero byte, so that Swift hands them over as spans, without unsafe code. Each returns 0 or the
// error number.

// The old path, a zero byte, the new path, a zero byte. (Two spans in one call crash the release
// build of Swift 6.3.1.)
int sidelong_rename(const char *__counted_by(count) paths __noescape, int count);

int sidelong_unlink(const char *__counted_by(count) path __noescape, int count);

int sidelong_mkdir(const char *__counted_by(count) path __noescape, int count);

#endif
