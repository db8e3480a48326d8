#include "report.h"

struct saying {
	void (*say)(void *to, const char *text);
	void *to;
	struct buf text;
};

/* Says "N one rest" or "N many rest", and nothing when there is none. */
static void
say_count(struct saying *saying, unsigned long n, const char *one, const char *many, const char *rest)
{
	if (!n)
		return;
	buf_clear(&saying->text);
	report_count(&saying->text, n);
	buf_addf(&saying->text, " %s%s", n == 1 ? one : many, rest);
	saying->say(saying->to, saying->text.data);
}

void
report_warnings(const struct summary *s, void (*say)(void *to, const char *text), void *to)
{
	struct saying saying = { .say = say, .to = to };

	if (!s->evaluations)
		say(to, "no evaluation records: totals and score are not known");
	say_count(&saying, s->incomplete, "listing is", "listings are",
	    " not complete: what was not looked at is not in this report");
	say_count(&saying, s->unjudged, "resource", "resources",
	    " could not be judged in full: what is not known does not count as compliant");
	say_count(&saying, s->rejected, "record was", "records were", " rejected and not counted");
	say_count(&saying, s->unread, "input", "inputs", " could not be read to its end");
	say_count(&saying, s->beyond, "resource with open findings is", "resources with open findings are",
	    " not in the totals of the evaluation records: the score looks better than it is");
	say_count(&saying, s->repeated, "evaluation record was", "evaluation records were",
	    " given more than once and counted once");
	buf_free(&saying.text);
}
