#include <stdlib.h>
#include <string.h>

#include "recipe.h"

/* Of a sketch: steps that are the same for all records, then perhaps a value. */
struct part {
	struct forms_place from, to;
	const struct coarse *how;
	uint32_t steps;			/* where they are among the recipe's */
	uint16_t nsteps, place;
	unsigned char value, as_it_is;	/* is there one? */
};

struct member {
	size_t offset;			/* in struct record */
	struct forms_place from, to;
};

struct recipe {
	struct member *members;
	size_t nmembers;
	struct part *parts;		/* one reader's behind the other's */
	unsigned *behind;		/* where those of each reader end */
	unsigned nreaders;
	struct buf steps;
	struct forms_place end;		/* of the record */
	int tight;
};

/* One being made: the parts of one reader at a time. */
struct making {
	struct recipe *recipe;
	const struct forms *forms;
	unsigned reader;
	size_t nparts;
	struct part *open;		/* steps can be added to this one */
};

static struct part *
add_part(struct making *m)
{
	struct recipe *r = m->recipe;

	r->parts = xrealloc(r->parts, (m->nparts + 1) * sizeof(*r->parts));
	r->parts[m->nparts] = (struct part){ .steps = (uint32_t)r->steps.len };
	return &r->parts[m->nparts++];
}

static void
add_step(void *arg, unsigned reader, enum sketch_step step, unsigned place)
{
	struct making *m = arg;
	const char bytes[] = { (char)step, (char)(place & 0xff), (char)(place >> 8) };

	if (reader != m->reader)
		return;
	if (!m->open || m->open->nsteps > UINT16_MAX - sizeof(bytes))
		m->open = add_part(m);
	buf_add(&m->recipe->steps, bytes, sizeof(bytes));
	m->open->nsteps = (uint16_t)(m->open->nsteps + sizeof(bytes));
}

static void
add_value(void *arg, unsigned reader, const struct coarse *how, unsigned place, struct span raw)
{
	struct making *m = arg;
	struct part *part;

	if (reader != m->reader)
		return;
	part = m->open ? m->open : add_part(m);
	part->from = forms_place(m->forms, raw.at);
	part->to = forms_place(m->forms, raw.at + raw.len);
	part->how = how;
	part->place = (uint16_t)place;
	part->value = 1;
	part->as_it_is = !how || how->kind == COARSE_NOT;
	m->open = NULL;
}

static void
add_members(struct recipe *recipe, const struct forms *forms, const struct record *r)
{
	struct member *m;
	struct span value;
	size_t offset;
	int field;

	for (field = 0; (offset = record_offset(field)) != SIZE_MAX; field++) {
		memcpy(&value, (const char *)r + offset, sizeof(value));
		if (!value.at)
			continue;
		recipe->members = xrealloc(recipe->members, (recipe->nmembers + 1) * sizeof(*recipe->members));
		m = &recipe->members[recipe->nmembers++];
		m->offset = offset;
		m->from = forms_place(forms, value.at);
		m->to = forms_place(forms, value.at + value.len);
	}
}

struct recipe *
recipe_new(const struct forms *forms, const struct record *r, const struct takings *taken, unsigned nreaders)
{
	struct recipe *recipe = xcalloc(1, sizeof(*recipe));
	struct making m = { .recipe = recipe, .forms = forms };

	add_members(recipe, forms, r);
	recipe->end = forms_place(forms, r->whole.at + r->whole.len);
	recipe->tight = r->tight;
	recipe->nreaders = nreaders;
	recipe->behind = xcalloc(nreaders ? nreaders : 1, sizeof(*recipe->behind));
	for (m.reader = 0; m.reader < nreaders; m.reader++) {
		m.open = NULL;
		projection_tell(taken, &(struct projection_taker){ add_step, add_value, &m });
		recipe->behind[m.reader] = (unsigned)m.nparts;
	}
	return recipe;
}

static struct span
between(const struct forms *forms, struct forms_place from, struct forms_place to)
{
	const char *at = forms_at(forms, from);

	return (struct span){ at, (size_t)(forms_at(forms, to) - at) };
}

void
recipe_follow(const struct recipe *recipe, const struct forms *forms, struct record *r, struct sketch *sketches)
{
	const struct part *part;
	const struct member *m;
	struct span raw;
	size_t k, n = 0;
	unsigned i;

	memset(r, 0, sizeof(*r));
	r->whole.at = forms->ends[0];
	r->whole.len = (size_t)(forms_at(forms, recipe->end) - r->whole.at);
	r->tight = recipe->tight;
	for (k = 0; k < recipe->nmembers; k++) {
		m = &recipe->members[k];
		raw = between(forms, m->from, m->to);
		memcpy((char *)r + m->offset, &raw, sizeof(raw));
	}
	for (i = 0; i < recipe->nreaders; i++) {
		sketch_clear(&sketches[i]);
		for (; n < recipe->behind[i]; n++) {
			part = &recipe->parts[n];
			if (part->nsteps)
				buf_add(&sketches[i].text, recipe->steps.data + part->steps, part->nsteps);
			if (!part->value)
				continue;
			raw = between(forms, part->from, part->to);
			if (part->as_it_is)
				sketch_value(&sketches[i], part->place, raw);
			else
				coarse_take(part->how, &sketches[i], part->place, raw);
		}
	}
}

size_t
recipe_size(const struct recipe *recipe)
{
	size_t nparts = recipe->nreaders ? recipe->behind[recipe->nreaders - 1] : 0;

	return sizeof(*recipe) + recipe->nmembers * sizeof(*recipe->members) + nparts * sizeof(*recipe->parts) +
	    recipe->nreaders * sizeof(*recipe->behind) + recipe->steps.cap;
}

void
recipe_free(struct recipe *recipe)
{
	if (!recipe)
		return;
	free(recipe->members);
	free(recipe->parts);
	free(recipe->behind);
	buf_free(&recipe->steps);
	free(recipe);
}
