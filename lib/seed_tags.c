/* Tags as people really set them. */
#include "seed_item.h"

static const char *const projects[] = {
	"orders", "billing", "payments", "catalog", "search", "identity", "shipping", "analytics", "notifications",
	"platform", "reporting", "website"
};
static const char *const owners[] = {
	"commerce-team", "finance-team", "payments-team", "commerce-team", "search-team", "security-team",
	"logistics-team", "data-team", "platform-team", "platform-team", "data-team", "web-team"
};
static const char *const centers[] = {
	"CC-1010", "CC-2020", "CC-2030", "CC-1010", "CC-1040", "CC-3000", "CC-1050", "CC-4010", "CC-3010", "CC-3010",
	"CC-4010", "CC-1060"
};
enum { PROJECTS = sizeof projects / sizeof *projects };

/* What stages are called; the first of each is what the estate's rules ask for. */
static const char *const stages[][4] = {
	[SEED_PRODUCTION] = { "prod", "prod", "prod", "production" },
	[SEED_STAGING] = { "staging", "staging", "staging", "stage" },
	[SEED_DEVELOPMENT] = { "dev", "dev", "development", "test" },
};

enum {	/* draws */
	CLASS = SEED_TAG, PROJECT, STAGE, SPELLING, OWNER, COST_CENTER, APPLICATION, CREATED, STATUS, CRITICALITY, OPT_IN,
	FRAMEWORK, MANAGED
};

const char *
seed_project(const struct seed_item *it)
{
	return projects[seed_pick(it, PROJECT, PROJECTS)];
}

static void
add(struct seed_tags *t, const char *key, const char *value)
{
	t->tag[t->n].key = span_of(key);
	t->tag[t->n++].value = span_of(value);
}

static void
add_created(struct seed_item *it)
{
	text_stamp(it->tags.created, it->created);
	memcpy(it->tags.created + TEXT_STAMP, "Z", 2);
	add(&it->tags, "CreatedAt", it->tags.created);
}

/* Under the keys and values that are asked for. */
static void
well_tagged(struct seed_item *it, unsigned project)
{
	add(&it->tags, "Environment", seed_stage_name(it));
	add(&it->tags, "Owner", owners[project]);
	add(&it->tags, "CostCenter", centers[project]);
	add(&it->tags, "Project", projects[project]);
	add_created(it);
	add(&it->tags, "ComplianceStatus", it->faults ? "non-compliant" : "compliant");
}

/* Something missing, something misspelt. */
static void
partly_tagged(struct seed_item *it, unsigned project)
{
	static const char *const environment[] = { "Environment", "Environment", "Environment", "env", "environment" };
	static const char *const center[] = { "CostCenter", "CostCenter", "cost-center", "costcentre" };
	enum seed_stage stage = seed_account[it->account].stage;

	if (seed_chance(it, STAGE, 88))
		add(&it->tags, environment[seed_pick(it, SPELLING, 5)], stages[stage][seed_pick(it, STAGE, 4)]);
	if (seed_chance(it, OWNER, 75))
		add(&it->tags, seed_chance(it, OWNER, 20) ? "Team" : "Owner", owners[project]);
	if (seed_chance(it, COST_CENTER, 65))
		add(&it->tags, center[seed_pick(it, SPELLING, 4)], centers[project]);
	if (seed_chance(it, APPLICATION, 80))
		add(&it->tags, seed_chance(it, APPLICATION, 15) ? "Application" : "Project", projects[project]);
	if (seed_chance(it, CREATED, 20))
		add_created(it);
}

void
seed_tags_draw(struct seed_item *it)
{
	static const char *const levels[] = { "low", "low", "medium", "high" };
	unsigned project = seed_pick(it, PROJECT, PROJECTS), class = seed_pick(it, CLASS, 100);

	if (class < 12)
		return;		/* nobody cared */
	add(&it->tags, "Name", it->name);
	if (class < 60)
		partly_tagged(it, project);
	else
		well_tagged(it, project);
	if (seed_chance(it, MANAGED, 60)) {
		add(&it->tags, "ManagedBy", "terraform");
		if (seed_chance(it, OPT_IN, 8))
			add(&it->tags, "AutoRevert", "true");
	}
	if (seed_chance(it, CRITICALITY, 30))
		add(&it->tags, "CriticalityLevel", levels[seed_pick(it, STATUS, 4)]);
	if (seed_chance(it, FRAMEWORK, 4))
		add(&it->tags, "ComplianceFramework",	/* EC2 takes a comma, the others do not */
		    !strcmp(it->kind->service, "ec2") ? "SOC2,PCI-DSS" : "SOC2-PCI-DSS");
}

void
seed_tags_map(struct buf *b, const struct seed_item *it)
{
	int i;

	if (it->tags.unreadable) {
		text_literal(b, "null");
		return;
	}
	for (i = 0; i < it->tags.n; i++) {
		text_add(b, i ? ",\"" : "{\"", 2);
		text_span(b, it->tags.tag[i].key);
		text_literal(b, "\":\"");
		text_span(b, it->tags.tag[i].value);
		text_literal(b, "\"");
	}
	text_add(b, i ? "}" : "{}", i ? 1 : 2);
}

void
seed_tags_list(struct buf *b, const struct seed_item *it)
{
	int i;

	for (i = 0; i < it->tags.n; i++) {
		if (i)
			text_literal(b, ",");
		text_literal(b, "{\"Key\":\"");
		text_span(b, it->tags.tag[i].key);
		text_literal(b, "\",\"Value\":\"");
		text_span(b, it->tags.tag[i].value);
		text_literal(b, "\"}");
	}
}
