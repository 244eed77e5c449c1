/* fsync and fdatasync that fail with EIO on the file whose name ends in what the file $FSYNC_FAILS says. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int fails(int descriptor) {
    char link[64], name[4096], wanted[256];
    const char *told = getenv("FSYNC_FAILS");
    FILE *file = told ? fopen(told, "r") : NULL;
    if (!file) return 0;
    size_t length = fread(wanted, 1, sizeof wanted - 1, file);
    fclose(file);
    wanted[length] = 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t size = readlink(link, name, sizeof name - 1);
    if (size < 0 || length == 0) return 0;
    name[size] = 0;
    return strstr(name, wanted) != NULL;
}

static int settle(int descriptor, const char *call) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, call);
    if (fails(descriptor)) {
        errno = EIO;
        return -1;
    }
    return real(descriptor);
}

int fsync(int descriptor) { return settle(descriptor, "fsync"); }
int fdatasync(int descriptor) { return settle(descriptor, "fdatasync"); }
