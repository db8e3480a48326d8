/*
 * One process at a time: flock(2) on a file of its own.  The kernel lets go of it when its holder ends, however that
 * ends, so no lock is ever left over; the empty file stays, since removing it would let two in.
 */
#ifndef QRIE_LOCKFILE_H
#define QRIE_LOCKFILE_H

/* Opens "PATH.lock" (made if need be, 0600): a descriptor for close(), or -1 with errno set.  Holds nothing yet. */
int lockfile_open(const char *path);
/* Waits until the lock is ours, until the descriptor is closed.  0, or -1 with errno set. */
int lockfile_wait(int fd);

#endif
