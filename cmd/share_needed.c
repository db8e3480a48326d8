/* The folders of share without which a tool cannot run. */
#include "share_needed.h"

#include <err.h>
#include <stdlib.h>

#include "share.h"

char *
share_needed(const char *argv0, const char *name)
{
	char *dir = share_find(argv0, getenv("QRIE_SHARE"), getenv("PATH"), name);

	if (!dir)
		err(3, "share/%s", name);
	return dir;
}
