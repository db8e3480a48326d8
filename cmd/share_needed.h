/* The folders of share without which a tool cannot run. */
#ifndef QRIE_SHARE_NEEDED_H
#define QRIE_SHARE_NEEDED_H

/* The folder of share with that name, malloc'd, as the environment and argv0 say (share.h); exits with 3 if it is nowhere. */
char *share_needed(const char *argv0, const char *name);

#endif
