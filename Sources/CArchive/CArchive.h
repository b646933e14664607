// What reads packed inputs: libarchive, and zlib because libarchive takes no notice of the checksum
// of gzip.

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>
