/* A file of accounts (accounts.h) that is kept up to date: an account is put into it when it is set up. */
#ifndef QRIE_ACCOUNTS_REGISTER_H
#define QRIE_ACCOUNTS_REGISTER_H

#include <time.h>

/*
 * Each of ids (NULL-terminated) has a line in the file, and is active: a record for one that had none, "active" in place
 * of another Status, and every other byte as it was.  A file that is not there is made.  One process at a time, and the
 * file is replaced as a whole.  0; or -1 having said why, and the file is as it was.
 */
int accounts_register(const char *path, char *const *ids, time_t now);

#endif
