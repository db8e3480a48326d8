#include <string.h>

#include "accountid.h"

int
account_is_id(const char *text)
{
	return strspn(text, "0123456789") == 12 && !text[12];
}
