/*
 * Where policies, collectors and templates lie: $QRIE_SHARE if set; else beside the program, ../share/qrie (installed)
 * or ../share (build tree); else where "make install" put them.
 */
#ifndef QRIE_SHARE_H
#define QRIE_SHARE_H

/*
 * The folder name inside it ("policies"), malloc'd.  env is the value of QRIE_SHARE or NULL, path that of PATH.
 * NULL, with errno set, if there is no such folder.
 */
char *share_find(const char *argv0, const char *env, const char *path, const char *name);

#endif
