/* What rules say of a record, or said of one that reads the same. */
#include <stdlib.h>

#include "judge_part.h"
#include "scan.h"

enum { LATELY = 1024, MISSES = LATELY / 100 * 95, SAMPLE = 64 };
enum { UNMET = 16 };	/* after so many in a row the next is thought not to be remembered either */

static struct reader *
reader_of(const struct judge *j, unsigned policy)
{
	return &j->kind->readers[j->kind->reading[policy]];
}

static struct sketch *
sketch_of(const struct judge *j, unsigned policy)
{
	return &j->kind->sketches[j->kind->reading[policy]];
}

/* A view of the current record. */
static struct view *
renew(const struct judge *j, struct view *v)
{
	if (v->record != j->begun) {
		v->record = j->begun;
		v->hashed = v->made = v->useless = v->ready = 0;
	}
	return v;
}

static struct view *
set_text(struct view *v, struct span text)
{
	v->made = 1;
	v->text = text;
	return v;
}

/* As the policy reads the record; NULL if that could mislead. */
static struct view *
coarse_view(struct judge *j, unsigned policy)
{
	struct view *v = renew(j, &reader_of(j, policy)->view);
	const struct sketch *s = sketch_of(j, policy);

	if (!v->made) {
		v->useless = s->exact || sketch_json(s, projection_keys(j->kind->projection), &v->json, &j->assumed) < 0;
		set_text(v, buf_span(&v->json));
	}
	return v->useless ? NULL : v;
}

/* What the reader reads, as it is. */
static struct sketch *
read_exactly(struct judge *j, struct reader *r)
{
	struct scan_iter it = scan_open(j->resource.whole);
	struct scan_checker c = { j->resource.whole.at + j->resource.whole.len, NULL, NULL };
	struct projection_node *member;
	struct span key, value;

	if (r->record == j->begun)
		return r->alone;
	if (!r->exact) {
		r->exact = projection_new();
		r->alone = xcalloc(1, sizeof(*r->alone));
		reads_add(j->known[r->policy].reads, r->exact, 0, 0);
	}
	r->record = j->begun;
	sketch_clear(r->alone);
	j->takings.n = 0;
	while (scan_next(&it, &key, &value))
		if ((member = projection_member(r->exact, key)))
			projection_walk(member, &c, value.at, &j->takings);
	projection_whole(r->exact, j->resource.whole, &j->takings);
	projection_sketch(&j->takings, r->alone);
	return r->alone;
}

static struct view *
exact_view(struct judge *j, struct reader *r)
{
	struct view *v = renew(j, &r->exactly);
	const struct sketch *s = read_exactly(j, r);

	if (!v->made) {
		sketch_json(s, projection_keys(r->exact), &v->json, &j->assumed);
		set_text(v, buf_span(&v->json));
	}
	return v;
}

static struct view *
whole_view(struct judge *j)
{
	return set_text(renew(j, &j->whole_view), j->resource.whole);
}

/* Of something assumed: it is good for one question. */
static struct view *
assumed_view(struct judge *j, struct span text)
{
	j->assumed_view.ready = 0;
	return set_text(&j->assumed_view, text);
}

static struct view *
assumed_sketch(struct judge *j, const struct sketch *s, struct projection *p)
{
	sketch_json(s, projection_keys(p), &j->assumed_view.json, &j->assumed);
	return assumed_view(j, buf_span(&j->assumed_view.json));
}

static struct rules_input *
input_of(struct view *v, struct span assumed)
{
	if (!v->input)
		v->input = rules_input_new();
	if (!v->ready)
		rules_input_set(v->input, v->text, assumed);
	v->ready = 1;
	return v->input;
}

/* Is it thought that the policy's rule will be asked about this record? */
static int
is_expected(const struct judge *j, size_t number)
{
	return !j->set->policies[number].scope && (!j->memory || j->known[number].unmet >= UNMET);
}

/*
 * Where hardly anything is remembered, most rules of a kind are asked: those in one program at once with the first,
 * which is cheaper.  An answer that is not wanted in the end was in vain.
 */
static void
look_ahead(struct judge *j, int whole)
{
	struct rules_asked *all[RULES_TOGETHER];
	struct kind *k = j->kind;
	struct view *v;
	size_t n = 0;
	unsigned i;

	if (j->resource.unreadable.at || !is_expected(j, j->answer.number))
		return;
	if (!k->ahead)
		k->ahead = xcalloc(k->n, sizeof(*k->ahead));
	if (k->ahead[j->current].record == j->begun)
		return;
	for (i = j->current; i < k->n && n < RULES_TOGETHER; i++) {
		if (k->ahead[i].record == j->begun || !is_expected(j, k->policies[i]) ||
		    !rules_together(j->rules, j->first + j->answer.number, j->first + k->policies[i]))
			continue;
		if (whole || !(v = coarse_view(j, i)))
			v = whole ? whole_view(j) : exact_view(j, reader_of(j, i));
		k->ahead[i].record = j->begun;
		k->ahead[i].view = v;
		k->ahead[i].asked.policy = j->first + k->policies[i];
		k->ahead[i].asked.input = input_of(v, (struct span){ NULL, 0 });
		k->ahead[i].asked.answered = 0;
		all[n++] = &k->ahead[i].asked;
	}
	if (n > 1)
		rules_apply_all(j->rules, all, n);
}

/* What the rule of the current policy says. */
static const struct rules_asked *
answer_of(struct judge *j, struct view *v, struct span assumed)
{
	const struct ahead *ahead = j->kind->ahead ? &j->kind->ahead[j->current] : NULL;

	if (ahead && ahead->record == j->begun && ahead->view == v && ahead->asked.answered)
		return &ahead->asked;
	j->alone.policy = j->first + j->answer.number;
	j->alone.input = input_of(v, assumed);
	rules_apply(j->rules, &j->alone);
	return &j->alone;
}

/*
 * A verdict as it is remembered: a byte for it, a byte that says whether the rule threw and one that says whether texts
 * are carried, then the detail.
 */
enum { HEAD = 3 };

void
judge_detail(struct buf *to, struct span message, struct span evidence)
{
	buf_adds(to, "{\"Message\":");
	buf_addjson(to, message);
	buf_adds(to, ",\"Evidence\":");
	buf_addspan(to, evidence);
	buf_addc(to, '}');
}

/*
 * Asks the rule about a view and makes of its answer what is remembered, in made.  s has the texts that the view only
 * carries, NULL if there are none.  -1 if the answer cuts such a text to pieces, or is an error: jq cuts the values that
 * its errors show.
 */
static int
ask(struct judge *j, struct view *v, struct span assumed, const struct sketch *s)
{
	const struct rules_asked *answer = answer_of(j, v, assumed);
	struct span evidence = buf_span(&answer->evidence);
	char head[HEAD] = { VERDICT_PASSED, answer->result == RULES_ERROR, s && s->ncarried > 0 };

	if (answer->result != RULES_NONE)
		head[0] = answer->result == RULES_VIOLATION ? VERDICT_FAILED : VERDICT_UNKNOWN;
	buf_clear(&j->made);
	buf_add(&j->made, head, HEAD);
	if (answer->result == RULES_NONE)
		return 0;
	if (answer->result == RULES_ERROR && head[2])
		return -1;
	if (answer->result == RULES_ERROR) {
		buf_clear(&j->message);
		buf_adds(&j->message, "{\"Error\":");
		buf_addjson(&j->message, buf_span(&answer->message));
		buf_addc(&j->message, '}');
		evidence = buf_span(&j->message);
	}
	if (!head[2]) {
		judge_detail(&j->made, buf_span(&answer->message), evidence);
		return 0;
	}
	buf_clear(&j->made_value);
	judge_detail(&j->made_value, buf_span(&answer->message), evidence);
	return sketch_compile(buf_span(&j->made_value), s, &j->made);
}

/* Of a sketch that v is a view of, or would be if nothing were assumed. */
static uint64_t
hash_of(const struct judge *j, struct view *v, const struct sketch *s, struct span assumed)
{
	if (assumed.len)
		return memory_hash(j->memory, buf_span(&s->text));
	renew(j, v);
	if (!v->hashed)
		v->hash = memory_hash(j->memory, buf_span(&s->text));
	v->hashed = 1;
	return v->hash;
}

/* Without coarse reads, about s with what is assumed.  In the memory such sketches are another owner's. */
static struct span
ask_sketch_exactly(struct judge *j, struct reader *r, struct sketch *s, struct span assumed)
{
	struct known *k = &j->known[j->answer.number];
	uint32_t owner = (uint32_t)(j->answer.number + j->set->n);
	struct span value = { NULL, 0 };
	uint64_t hash = 0;

	if (j->looks) {
		hash = hash_of(j, &r->exactly, s, assumed);
		value = memory_get(j->memory, owner, buf_span(&s->text), hash);
	}
	if (value.at) {
		k->stats.remembered++;
		k->unmet = 0;
		return value;
	}
	k->stats.judged++;
	if (assumed.len) {
		ask(j, assumed_sketch(j, s, r->exact), buf_span(&j->assumed), NULL);
	} else {
		look_ahead(j, 0);
		ask(j, exact_view(j, r), assumed, NULL);
	}
	return j->looks ? memory_put(j->memory, owner, buf_span(&s->text), hash, buf_span(&j->made)) : buf_span(&j->made);
}

static struct span
ask_exactly(struct judge *j, struct span assumed)
{
	struct reader *r = reader_of(j, j->current);
	struct sketch *s = read_exactly(j, r);
	size_t len = s->text.len;
	struct span value;

	j->known[j->answer.number].stats.exact++;
	j->exactly = 1;
	if (assumed.len)
		sketch_assume(s, assumed);
	value = ask_sketch_exactly(j, r, s, assumed);
	s->text.len = len;
	return value;
}

static struct span
ask_anew(struct judge *j, struct sketch *s, struct span assumed)
{
	struct view *v = NULL;
	int cut;

	j->exactly = 0;
	if (s->exact || (!assumed.len && !(v = coarse_view(j, j->current))))
		return ask_exactly(j, assumed);
	if (assumed.len) {
		if (sketch_json(s, projection_keys(j->kind->projection), &j->assumed_view.json, &j->assumed) < 0)
			return ask_exactly(j, assumed);
		v = assumed_view(j, buf_span(&j->assumed_view.json));
	}
	j->known[j->answer.number].stats.judged++;
	if (!assumed.len)
		look_ahead(j, 0);
	cut = ask(j, v, assumed.len ? buf_span(&j->assumed) : assumed, s) < 0;
	return cut ? ask_exactly(j, assumed) : buf_span(&j->made);
}

/* A policy whose answers hardly ever come again is spared the looking, most of the time. */
static int
may_remember(const struct judge *j, struct known *k)
{
	if (!j->memory)
		return 0;
	if (k->lately == LATELY) {
		k->forgets = k->missed > MISSES;
		k->lately = k->missed = 0;
	}
	return k->lately++ % SAMPLE == 0 || !k->forgets;
}

static struct span
remember(struct judge *j, struct sketch *s, struct span assumed)
{
	struct known *k = &j->known[j->answer.number];
	unsigned long long judged = k->stats.judged;
	uint32_t owner = (uint32_t)j->answer.number;
	int looks = !s->exact;
	struct span value = { NULL, 0 };
	uint64_t hash = 0;

	k->stats.asked++;
	k->unmet++;
	j->looks = may_remember(j, k);
	looks &= j->looks;
	if (looks) {
		hash = hash_of(j, &reader_of(j, j->current)->view, s, assumed);
		value = memory_get(j->memory, owner, buf_span(&s->text), hash);
	}
	if (value.at) {
		k->stats.remembered++;
		k->unmet = 0;
		return value;
	}
	value = ask_anew(j, s, assumed);
	if (j->looks && judged != k->stats.judged)
		k->missed += k->forgets ? SAMPLE : 1;
	return looks && !j->exactly ? memory_put(j->memory, owner, buf_span(&s->text), hash, value) : value;
}

static struct span
ask_whole(struct judge *j, struct span assumed)
{
	struct view *v = assumed.len ? assumed_view(j, j->resource.whole) : whole_view(j);

	if (!assumed.len && j->whole)
		look_ahead(j, 1);
	ask(j, v, assumed, NULL);
	return buf_span(&j->made);
}

void
judge_ask(struct judge *j, int whole, struct span assumed)
{
	struct sketch *s = sketch_of(j, j->current);
	struct judgement *a = &j->answer;
	size_t len = s->text.len;
	struct span value;

	if (whole) {
		value = ask_whole(j, assumed);
	} else {
		if (assumed.len)
			sketch_assume(s, assumed);
		value = remember(j, s, assumed);
		s->text.len = len;
	}
	a->verdict = (enum verdict)value.at[0];
	a->thrown = value.at[1];
	a->detail = (struct span){ NULL, 0 };
	if (a->verdict == VERDICT_PASSED)
		return;
	if (value.at[2]) {
		buf_clear(&j->detail);
		sketch_expand((struct span){ value.at + HEAD, value.len - HEAD }, s, &j->detail);
		a->detail = buf_span(&j->detail);
	} else {
		a->detail = (struct span){ value.at + HEAD, value.len - HEAD };
	}
}

static void
free_view(struct view *v)
{
	rules_input_free(v->input);
	buf_free(&v->json);
}

static void
free_asked(struct rules_asked *q)
{
	buf_free(&q->message);
	buf_free(&q->evidence);
}

static void
free_reader(struct reader *r)
{
	free_view(&r->view);
	free_view(&r->exactly);
	if (r->alone)
		sketch_free(r->alone);
	free(r->alone);
	projection_free(r->exact);
}

void
judge_ask_free(struct judge *j)
{
	struct kind *k;
	unsigned i;

	for (k = j->kinds; k < j->kinds + j->nkinds; k++) {
		for (i = 0; i < k->nreaders; i++)
			free_reader(&k->readers[i]);
		for (i = 0; k->ahead && i < k->n; i++)
			free_asked(&k->ahead[i].asked);
		free(k->ahead);
	}
	free_view(&j->whole_view);
	free_view(&j->assumed_view);
	free_asked(&j->alone);
}
