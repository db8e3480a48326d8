/* What has happened in the estate before: when its accounts and policies came, and what the policies have found. */
#include "record.h"
#include "seed_item.h"
#include "sorter.h"

/* Days before now. */
enum { WEEKS_8 = 56, LAUNCHED = 63, SUSPENDED = 14, YESTERDAY = 1 };

static const struct {
	const char *id, *title;
	int severity, suspended;
} policy[SEED_FAULTS] = {
	[SEED_BUCKET_PUBLIC] = { "S3BucketPublic", "S3 bucket does not block public access", 90, 0 },
	[SEED_BUCKET_VERSIONING] = { "S3BucketVersioningDisabled", "S3 bucket keeps no object versions", 60, 0 },
	[SEED_BUCKET_ENCRYPTION] = { "S3BucketEncryptionDisabled", "S3 bucket has no default encryption", 90, 0 },
	[SEED_INSTANCE_EBS] = { "EC2UnencryptedEBS", "EC2 instance has an unencrypted EBS volume", 85, 0 },
	[SEED_USER_MFA] = { "IAMUserMfaDisabled", "IAM user signs in to the console without MFA", 85, 0 },
	[SEED_KEY_NOT_ROTATED] = { "IAMAccessKeyNotRotated", "IAM access key was not rotated", 70, 0 },
	[SEED_DATABASE_PUBLIC] = { "RDSPublicAccess", "RDS instance is publicly accessible", 90, 1 },
};

static struct seed_template about = { .text = SEED_TEXT(, "ARN": "$arn", "ResourceType": "$type",
	"AccountId": "$account", "AccountService": "$account_$service", "Region": "$region") };

/* The life of one finding, in days before now; 0 is never. */
struct life {
	int active;
	unsigned first_seen, resolved, reopened, evaluated;
	const char *reason;
};

static void
put_text(struct buf *b, const char *before, const char *text)
{
	text_span(b, span_of(before));
	text_span(b, span_of(text));
	text_literal(b, "\"");
}

static void
put_date(struct buf *b, const char *before, time_t t)
{
	text_span(b, span_of(before));
	text_literal(b, "\"");
	text_time(b, t, "Z");
	text_literal(b, "\"");
}

/* A time of a scan, by the day it was made on. */
static void
put_day(struct buf *b, const char *before, time_t today, unsigned days)
{
	if (days) {
		put_date(b, before, today - (time_t)days * SEED_DAY);
		return;
	}
	text_span(b, span_of(before));
	text_literal(b, "null");
}

/*
 * What becomes of a fault of an item: open until now, or open once.  Which days, is drawn from the fault's own number.
 * 1 if there is anything to tell.
 */
static int
draw_life(struct life *life, const struct seed_item *it, enum seed_fault fault)
{
	uint64_t key = seed_draw(it, SEED_HISTORY) + fault;
	unsigned latest = policy[fault].suspended ? SUSPENDED : YESTERDAY;
	unsigned open = 2 + seed_below(seed_random(key, 0), WEEKS_8 - latest - 3);	/* days */

	*life = (struct life){ .active = 1, .first_seen = latest + open, .evaluated = latest };
	if (!seed_has(it, fault)) {
		if (it->unreadable || seed_below(seed_random(key, 1), 100) >= 18)
			return 0;
		life->active = 0;
		life->resolved = latest + seed_below(seed_random(key, 2), open);
		life->reason = "RESOURCE_COMPLIANT";
	} else if (policy[fault].suspended) {
		life->active = 0;
		life->resolved = latest;
		life->reason = "POLICY_SUSPENDED";
	} else if (seed_below(seed_random(key, 1), 100) < 6) {
		life->reopened = latest + seed_below(seed_random(key, 2), open);
	}
	return 1;
}

static void
put_finding(struct buf *b, struct seed_item *it, const struct seed_verdict *verdict, const struct life *life)
{
	const char *id = policy[verdict->fault].id;
	time_t described = it->described;
	int severity = policy[verdict->fault].severity;

	text_literal(b, "{\"Kind\":\"finding\",\"Id\":\"");
	seed_put_template(b, it, SEED_ARN);
	put_text(b, "#", id);
	put_text(b, ",\"Policy\":\"", id);
	put_text(b, ",\"Title\":\"", policy[verdict->fault].title);
	seed_template_put(b, &about, it);
	text_literal(b, ",\"Severity\":");
	text_number(b, (unsigned)severity);
	put_text(b, ",\"SeverityLabel\":\"", severity_label(severity));
	put_text(b, ",\"State\":\"", life->active ? "ACTIVE" : "RESOLVED");
	text_literal(b, ",");
	/* Evidence of what is over is of the day before that. */
	it->described -= (time_t)(life->active ? life->evaluated : life->resolved + 1) * SEED_DAY;
	seed_put_template(b, it, verdict->place);
	it->described = described;
	put_day(b, ",\"DescribeTime\":", described, life->evaluated);
	put_day(b, ",\"LastEvaluated\":", it->estate->seed->now, life->evaluated);
	put_day(b, ",\"FirstSeen\":", described, life->first_seen);
	put_day(b, ",\"ResolvedAt\":", described, life->resolved);
	if (life->reason)
		put_text(b, ",\"ResolvedReason\":\"", life->reason);
	else
		text_literal(b, ",\"ResolvedReason\":null");
	put_day(b, ",\"ReopenedAt\":", described, life->reopened);
	text_literal(b, "}\n");
}

/* Where the finding belongs in the file: behind those of smaller ARN, then of smaller policy. */
static void
put_key(struct buf *key, const struct seed_item *it, enum seed_fault fault)
{
	buf_clear(key);
	seed_put_template(key, it, SEED_ARN);
	buf_addc(key, '\0');
	buf_adds(key, policy[fault].id);
}

static int
add_findings(struct sorter *sorter, const struct seed_item *it, struct buf *key, struct buf *text)
{
	const struct seed_verdict *verdict;
	struct seed_item then;
	struct life life;

	for (verdict = it->kind->verdicts; verdict && verdict->place; verdict++) {
		if ((verdict->can && !verdict->can(it)) || !draw_life(&life, it, verdict->fault))
			continue;
		then = *it;
		then.past = !seed_has(it, verdict->fault);
		then.faults |= SEED_BIT(verdict->fault);
		put_key(key, it, verdict->fault);
		buf_clear(text);
		put_finding(text, &then, verdict, &life);
		if (sorter_add(sorter, buf_span(key), buf_span(text)) < 0)
			return -1;
	}
	return 0;
}

static int
gather(struct sorter *sorter, const struct seed_estate *e)
{
	struct buf key = {0}, text = {0};
	struct seed_item it;
	unsigned long i;
	unsigned k;
	int a, status = 0;

	for (a = 0; a < SEED_ACCOUNTS; a++)
		for (k = 0; k < SEED_KINDS; k++)
			for (i = 0; seed_kinds[k]->verdicts && i < e->count[a][k] && !status; i++) {
				seed_item_draw(&it, e, k, a, i);
				status = add_findings(sorter, &it, &key, &text);
			}
	buf_free(&key);
	buf_free(&text);
	return status;
}

static int
write_sorted(struct sorter *sorter, seed_write *write, void *arg)
{
	struct span key, text;
	int got, stop = 0;

	if (sorter_sort(sorter) < 0)
		return -1;
	while (!stop && (got = sorter_next(sorter, &key, &text)) != 0)
		stop = got < 0 ? -1 : write(arg, text);
	return stop;
}

int
seed_findings(const struct seed *s, const char *tmpdir, seed_write *write, void *arg)
{
	struct sorter sorter;
	struct seed_estate e;
	int status;

	seed_estate_init(&e, s);
	seed_templates_compile();
	seed_template_compile(&about, NULL, seed_common_slots);
	sorter_open(&sorter, tmpdir);
	if ((status = gather(&sorter, &e)) == 0)
		status = write_sorted(&sorter, write, arg);
	sorter_close(&sorter);
	seed_template_free(&about);
	seed_templates_free();
	return status;
}

int
seed_accounts(const struct seed *s, seed_write *write, void *arg)
{
	struct buf text = {0};
	int a, status;

	for (a = 0; a < SEED_ACCOUNTS; a++) {
		put_text(&text, "{\"AccountId\":\"", seed_account[a].id);
		put_text(&text, ",\"AccountName\":\"", seed_account[a].name);
		put_text(&text, ",\"Status\":\"", "active");
		put_day(&text, ",\"OnboardedAt\":", s->now, LAUNCHED + 30 - 4 * (unsigned)a);
		text_literal(&text, "}\n");
	}
	status = write(arg, buf_span(&text));
	buf_free(&text);
	return status;
}

int
seed_policies(const struct seed *s, seed_write *write, void *arg)
{
	struct buf text = {0};
	int p, status;

	for (p = 0; p < SEED_FAULTS; p++) {
		if (!policy[p].id)
			continue;	/* not launched */
		put_text(&text, "{\"PolicyId\":\"", policy[p].id);
		put_text(&text, ",\"Status\":\"", policy[p].suspended ? "suspended" : "active");
		text_literal(&text, ",\"Scope\":{}");
		put_day(&text, ",\"CreatedAt\":", s->now, LAUNCHED);
		put_day(&text, ",\"UpdatedAt\":", s->now, policy[p].suspended ? SUSPENDED : LAUNCHED);
		text_literal(&text, "}\n");
	}
	status = write(arg, buf_span(&text));
	buf_free(&text);
	return status;
}
