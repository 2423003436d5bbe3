// What Swift's Glibc module leaves out.
#ifndef CSYSTEM_H
#define CSYSTEM_H

// Lets two paths change places in one step, whatever they are. 0, or -1 and errno: EINVAL or ENOSYS where the file system or the
// kernel cannot do so. Source: renameat2(2), RENAME_EXCHANGE.
int system_exchange(const char *first, const char *second);

#endif
