#include "CFileNames.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int sidelong_rename(const char *paths, int count) {
  (void)count;
  return rename(paths, paths + strlen(paths) + 1) == 0 ? 0 : errno;
}

int sidelong_unlink(const char *path, int count) {
  (void)count;
  return unlink(path) == 0 ? 0 : errno;
}

int sidelong_mkdir(const char *path, int count) {
  (void)count;
  return mkdir(path, 0777) == 0 ? 0 : errno;
}
