#include <stdint.h>

#include "records.h"

int
records_read(struct intake *intake, struct ndjson *in, struct span line, unsigned long number, struct record *r)
{
	const char *why;
	size_t at;
	int type;

	if (intake_read(intake, line, (struct span){ NULL, 0 }, r, &type, &why, &at) == 0)
		return 0;
	if (at == SIZE_MAX)
		ndjson_complain_at(in, number, why);
	else
		ndjson_invalid(in, number, why, at);
	return -1;
}

int
records_next(struct intake *intake, struct ndjson *in, struct record *r)
{
	struct span line;

	while (ndjson_line(in, &line))
		if (records_read(intake, in, line, in->line, r) == 0)
			return 1;
	return 0;
}
