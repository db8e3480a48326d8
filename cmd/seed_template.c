/* qrie-seed resources --terraform: what is said of one run, before the configuration that is the same for all. */
#include "seed_template.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "commalist.h"
#include "file.h"
#include "out.h"
#include "share_needed.h"
#include "testbed.h"

static const char *const known[] = { "ec2", "iam", "rds", "s3" };
enum { KNOWN = sizeof(known) / sizeof(*known) };

static void
check(const struct resources_options *o)
{
	char **services = resources_list("--services", o->services), **s;
	size_t i;

	if (o->remediate || o->cleanup || o->non_compliant + o->compliant != 1)
		errx(3, "--terraform requires one of: --non-compliant, --compliant");
	if (o->accounts || o->role || o->dir || o->verify)
		errx(3, "--terraform makes nothing: it knows no --account, --output, --role and --verify");
	for (s = services; s && *s; s++) {
		for (i = 0; i < KNOWN && strcmp(known[i], *s); i++)
			continue;
		if (i == KNOWN)
			errx(3, "%s: there are no test resources of this service", *s);
	}
	commalist_free(services);
}

/* A text of the command line; nothing in it may mean something to Terraform. */
static void
add_region(struct buf *to, const char *region)
{
	if (region[strcspn(region, "\"\\$%\n")])
		errx(3, "--region %s: not the name of a region", region);
	buf_addf(to, "provider \"aws\" {\n  region = \"%s\"\n}\n\n", region);
}

static void
add_run(struct buf *to, const struct resources_options *o)
{
	time_t now = o->has_now ? o->now : time(NULL);
	char stamp[TESTBED_STAMP], text[CLOCK_TEXT];
	const char *comma = "";
	size_t i;

	testbed_stamp(now, stamp);
	clock_format(now, text);
	buf_addf(to, "locals {\n  compliant = %s\n  run       = \"%s\"\n  time      = \"%s\"\n  services  = [",
	    o->compliant ? "true" : "false", stamp, text);
	for (i = 0; i < KNOWN; i++)
		if (!o->services || commalist_has(o->services, known[i])) {
			buf_addf(to, "%s\"%s\"", comma, known[i]);
			comma = ", ";
		}
	buf_adds(to, "]\n}\n\n");
	if (o->region)
		add_region(to, o->region);
}

int
seed_template(const char *argv0, const struct resources_options *o)
{
	char *dir = share_needed(argv0, "seed");
	struct buf path = {0}, text = {0};

	check(o);
	add_run(&text, o);
	buf_addf(&path, "%s/terraform/main.tf", dir);
	if (file_read(path.data, &text) < 0)
		err(3, "%s", path.data);
	out_open();
	out_write(buf_span(&text));
	buf_free(&path);
	buf_free(&text);
	free(dir);
	return out_close();
}
