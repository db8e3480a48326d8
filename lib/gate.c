#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "gate.h"
#include "record.h"

int
gate_parse(struct gate *g, const char *text)
{
	const char *comma = strchr(text, ',');
	char *level;

	g->text = text;
	if (strcasecmp(text, "UNKNOWN") == 0) {
		g->active = GATE_NEVER;
		g->unknown = 0;
		return 0;
	}
	if (comma && strcasecmp(comma + 1, "UNKNOWN") != 0)
		return -1;
	level = xstrndup(text, comma ? (size_t)(comma - text) : strlen(text));
	g->active = severity_parse(level);
	g->unknown = comma ? g->active : GATE_NEVER;
	free(level);
	return g->active < 0 ? -1 : 0;
}

int
gate_take(struct gate *g, struct span id, int severity, int unknown, int waived)
{
	int known = g->baseline && baseline_has(g->baseline, id, unknown);

	if (waived)
		return 0;
	if (known) {
		g->known++;
		return 1;
	}
	g->fresh++;
	if (severity >= (unknown ? g->unknown : g->active))
		g->failing++;
	else if (unknown && severity >= g->active)
		g->undecided++;
	return 0;
}

void
gate_export(const struct gate *g, struct buf *to)
{
	buf_addf(to, "%lu %lu %lu %lu\n", g->failing, g->undecided, g->fresh, g->known);
	if (g->baseline)
		baseline_export(g->baseline, to);
}

struct span
gate_import(struct gate *g, struct span text)
{
	const struct span none = { NULL, 0 };
	const char *newline = text.len ? memchr(text.at, '\n', text.len) : NULL;
	unsigned long failing, undecided, fresh, known;

	if (!newline || sscanf(text.at, "%lu %lu %lu %lu", &failing, &undecided, &fresh, &known) != 4)
		return none;
	g->failing += failing;
	g->undecided += undecided;
	g->fresh += fresh;
	g->known += known;
	text = (struct span){ newline + 1, text.len - (size_t)(newline + 1 - text.at) };
	return g->baseline ? baseline_import(g->baseline, text) : text;
}

int
gate_close(const struct gate *g)
{
	if (g->baseline)
		warnx("%lu new findings, %lu in the baseline; %zu of the baseline not found again", g->fresh, g->known,
		    baseline_missing(g->baseline));
	if (g->failing)
		warnx("%lu findings count for --fail-on %s", g->failing, g->text);
	if (g->undecided)
		warnx("%lu UNKNOWN findings do not count; --fail-on %s,UNKNOWN counts them", g->undecided, g->text);
	return g->failing > 0;
}
