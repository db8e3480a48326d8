/* IAM users of the estate: people with a password, programs with keys. */
#include "seed_iam.h"

enum {	/* draws */
	PROGRAM = SEED_OWN, MFA, KEYS, KEY_AGE, KEY_USE, PASSWORD_USE, GROUP, INLINE, PURPOSE, KEY_ID = SEED_OWN + 16
};
enum {	/* what keys a user has */
	NO_KEYS, FRESH, OLD, OLD_UNUSED, NEVER_USED, INACTIVE, ROTATED
};
enum { NO_LAST_USED };	/* bit of unreadable */
enum { SECOND = 1 };	/* bit of part: the second key, an old one */

static const struct seed_unreadable unreadables[] = {
	[NO_LAST_USED] = { ".Configuration.AccessKeys[0].LastUsed", "GetAccessKeyLastUsed",
	    "iam:GetAccessKeyLastUsed" },
	{ NULL, NULL, NULL }
};

static const char *const first[] = {
	"alice", "bruno", "chiara", "dmitri", "elena", "farid", "grace", "hiro", "ines", "jonas", "kavya", "liam", "mei",
	"nadia", "omar", "paula", "quentin", "rosa", "stefan", "tara", "umar", "vera", "wei", "ximena", "yusuf", "zoe",
	"anna", "ben", "carlos", "dana", "emil", "fatou"
};
static const char *const last[] = {
	"adams", "bianchi", "chen", "diaz", "eriksen", "fischer", "garcia", "haddad", "ivanova", "jensen", "kim", "lopez",
	"moreau", "nguyen", "okafor", "patel", "quinn", "rossi", "sato", "taylor", "ueda", "vargas", "weber", "xu",
	"yilmaz", "zhang", "costa", "dubois", "evans", "ferrari", "gupta", "hansen"
};
enum { NAMES = 32, PEOPLE = NAMES * NAMES };

static int
is_program(const struct seed_item *it)
{
	return seed_chance(it, PROGRAM, 30);
}

static int
is_person(const struct seed_item *it)
{
	return !is_program(it);
}

static unsigned
keys_of(const struct seed_item *it)
{
	unsigned n = seed_pick(it, KEYS, 100);

	if (is_program(it))	/* programs always have keys, seldom new ones */
		return n < 45 ? FRESH : n < 70 ? OLD : n < 84 ? OLD_UNUSED : n < 90 ? NEVER_USED : ROTATED;
	return n < 48 ? NO_KEYS : n < 68 ? FRESH : n < 78 ? OLD : n < 90 ? OLD_UNUSED : INACTIVE;
}

/* Each pair of names once before any comes again with a number; 389 has no divisor in common with PEOPLE. */
static void
draw_name(struct seed_item *it)
{
	static const char *const purpose[] = { "deploy", "backup", "reader", "ingest", "monitor", "mailer" };
	unsigned pair = (unsigned)((it->number * 389 + (unsigned)it->account * 131) % PEOPLE);

	if (is_program(it)) {
		seed_name_add(it, "svc-");
		seed_name_add(it, seed_project(it));
		seed_name_add(it, "-");
		seed_name_add(it, purpose[seed_pick(it, PURPOSE, 6)]);
		seed_name_add(it, "-");
		seed_name_number(it, it->number);
		return;
	}
	seed_name_add(it, first[pair / NAMES]);
	seed_name_add(it, ".");
	seed_name_add(it, last[pair % NAMES]);
	if (it->number >= PEOPLE)
		seed_name_number(it, it->number / PEOPLE + 1);
}

static void
draw(struct seed_item *it)
{
	unsigned keys = keys_of(it);

	it->created = seed_ago(it, SEED_AGE, 420 + seed_pick(it, SEED_STYLE, 900));
	if (!is_program(it) && seed_chance(it, MFA, 20))
		it->faults |= SEED_BIT(SEED_USER_MFA);
	if (keys == OLD || keys == OLD_UNUSED || keys == NEVER_USED)
		it->faults |= SEED_BIT(SEED_KEY_NOT_ROTATED);
	if (keys == OLD_UNUSED || keys == NEVER_USED)
		it->faults |= SEED_BIT(SEED_KEY_UNUSED);
	if (keys != NO_KEYS && it->number % 40 == 17) {
		it->unreadable = 1u << NO_LAST_USED;
		it->faults &= ~SEED_BIT(SEED_KEY_UNUSED);
	}
	draw_name(it);
	seed_tags_draw(it);
}

enum { LOGIN = SEED_USER_NAME + 1, DEVICE, ACCESS_KEY, DOCUMENT, ATTACHED, OLD_KEY, MFA_VERDICT, KEY_VERDICT };

static void
put_password_used(struct buf *b, const struct seed_item *it)
{
	if (is_program(it))
		return;
	text_literal(b, ",\"PasswordLastUsed\":\"");
	text_time(b, seed_before(it, PASSWORD_USE, seed_pick(it, PASSWORD_USE, 60)), "+00:00");
	text_literal(b, "\"");
}

static void
put_login(struct buf *b, const struct seed_item *it)
{
	if (is_program(it))
		text_literal(b, "null");
	else
		seed_put_template(b, it, LOGIN);
}

static void
put_devices(struct buf *b, const struct seed_item *it)
{
	if (!is_program(it) && !seed_has(it, SEED_USER_MFA))
		seed_put_template(b, it, DEVICE);
}

static void
put_keys(struct buf *b, const struct seed_item *it)
{
	struct seed_item key = *it;

	if (keys_of(it) == NO_KEYS)
		return;
	seed_put_template(b, &key, ACCESS_KEY);
	if (keys_of(it) != ROTATED)
		return;
	text_literal(b, ",");
	key.part = SECOND;
	seed_put_template(b, &key, ACCESS_KEY);
}

static void
put_key_id(struct buf *b, const struct seed_item *it)
{
	text_literal(b, "AKIA");
	text_base32(b, seed_draw(it, KEY_ID + it->part), 4);
	text_base32(b, it->key ^ it->part, 12);
}

/* The second key of a rotated pair is the old one, switched off. */
static int
key_active(const struct seed_item *it)
{
	return keys_of(it) != INACTIVE && !(it->part & SECOND);
}

static void
put_key_status(struct buf *b, const struct seed_item *it)
{
	text_span(b, key_active(it) ? SPAN("Active") : SPAN("Inactive"));
}

static time_t
key_created(const struct seed_item *it)
{
	unsigned keys = keys_of(it), n = seed_pick(it, KEY_AGE, 80);
	int young = (keys == FRESH || keys == ROTATED) && !(it->part & SECOND);

	return seed_ago(it, KEY_AGE, young ? 2 + n : 150 + 3 * n);
}

static void
put_key_created(struct buf *b, const struct seed_item *it)
{
	text_time(b, key_created(it), "+00:00");
}

static void
put_key_age(struct buf *b, const struct seed_item *it)
{
	text_number(b, (unsigned long)((it->described - key_created(it)) / SEED_DAY));
}

static void
put_key_used(struct buf *b, const struct seed_item *it)
{
	static const char *const service[] = { "s3", "ec2", "sts", "dynamodb", "lambda" };
	unsigned keys = keys_of(it), n = seed_pick(it, KEY_USE, 40);

	if (it->unreadable & 1u << NO_LAST_USED && !(it->part & SECOND))
		return;
	if (keys == NEVER_USED) {
		text_literal(b, ",\"LastUsed\":{\"ServiceName\":\"N/A\",\"Region\":\"N/A\"}");
		return;
	}
	text_literal(b, ",\"LastUsed\":{\"LastUsedDate\":\"");
	text_time(b, seed_ago(it, KEY_USE, keys == OLD_UNUSED || !key_active(it) ? 95 + n : n % 2), "+00:00");
	text_literal(b, "\",\"ServiceName\":\"");
	text_span(b, span_of(service[n % 5]));
	text_literal(b, "\",\"Region\":\"us-east-1\"}");
}

/* The key that was not rotated: once it was replaced, one that is no longer there. */
static void
put_old_key(struct buf *b, const struct seed_item *it)
{
	struct seed_item key = *it;

	key.part = it->past ? SECOND : 0;
	seed_put_template(b, &key, OLD_KEY);
}

static void
put_old_key_id(struct buf *b, const struct seed_item *it)
{
	struct seed_item key = *it;

	key.part = it->past ? SECOND : 0;
	put_key_id(b, &key);
}

static void
put_group(struct buf *b, const struct seed_item *it)
{
	static const char *const group[] = { "developers", "operators", "analysts", "auditors" };

	text_span(b, span_of(is_program(it) ? "programs" : group[seed_pick(it, GROUP, 4)]));
}

static void
put_group_id(struct buf *b, const struct seed_item *it)
{
	uint64_t id = seed_network(it, 32 + (is_program(it) ? 4 : seed_pick(it, GROUP, 4)));

	text_literal(b, "AGPA");
	text_base32(b, id, 12);
	text_base32(b, ~id, 5);
}

static void
put_attached(struct buf *b, const struct seed_item *it)
{
	struct seed_item policy;

	if (it->number < it->estate->count[it->account][SEED_POLICY]) {
		seed_item_draw(&policy, it->estate, SEED_POLICY, it->account, it->number);
		if (seed_policy_has_user(&policy))
			seed_put_template(b, &policy, SEED_POLICY_ATTACHED);
	} else if (seed_chance(it, GROUP, 20)) {
		seed_put_template(b, it, ATTACHED);
	}
}

static void
put_inline(struct buf *b, const struct seed_item *it)
{
	if (is_program(it) && seed_chance(it, INLINE, 50))
		seed_put_template(b, it, DOCUMENT);
}

static const struct seed_slot slots[] = {
	{ "passwordused", put_password_used }, { "login", put_login }, { "devices", put_devices },
	{ "keys", put_keys }, { "keyid", put_key_id }, { "keystatus", put_key_status },
	{ "keycreated", put_key_created }, { "keyused", put_key_used }, { "group", put_group },
	{ "groupid", put_group_id }, { "attached", put_attached }, { "inline", put_inline },
	{ "keyage", put_key_age }, { "oldkey", put_old_key }, { "oldkeyid", put_old_key_id }, { NULL, NULL }
};

static struct seed_template templates[] = {
	[SEED_ARN] = { .text = "arn:aws:iam::$account:user/$name" },
	[SEED_CONFIGURATION] = { .text = SEED_TEXT({
		"Path": "/", "UserName": "$name", "UserId": "AIDA$unique", "Arn": "$arn", "CreateDate": "$created"
		$passwordused, "LoginProfile": $login, "MFADevices": [$devices], "AccessKeys": [$keys],
		"AttachedPolicies": [$attached], "Policies": [$inline],
		"Groups": [{"Path": "/", "GroupName": "$group", "GroupId": "$groupid",
			"Arn": "arn:aws:iam::$account:group/$group", "CreateDate": "2021-03-01T09:00:00+00:00"}],
		"Tags": [$taglist]
	}) },
	[SEED_USER_NAME] = { .text = SEED_TEXT({"UserName": "$name", "UserId": "AIDA$unique"}) },
	[LOGIN] = { .text = SEED_TEXT({"UserName": "$name", "CreateDate": "$created",
		"PasswordResetRequired": false}) },
	[DEVICE] = { .text = SEED_TEXT({"UserName": "$name", "SerialNumber": "arn:aws:iam::$account:mfa/$name",
		"EnableDate": "$created"}) },
	[ACCESS_KEY] = { .text = SEED_TEXT({"UserName": "$name", "AccessKeyId": "$keyid", "Status": "$keystatus",
		"CreateDate": "$keycreated" $keyused}) },
	[DOCUMENT] = { .text = SEED_TEXT({"PolicyName": "$project-access", "PolicyDocument": {
		"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"],
		"Resource": "arn:aws:s3:::acme-$project-*/*"}]}}) },
	[ATTACHED] = { .text = SEED_TEXT({"PolicyName": "ReadOnlyAccess",
		"PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}) },
	[OLD_KEY] = { .text = SEED_TEXT({"AccessKeyId": "$keyid", "CreateDate": "$keycreated", "AgeDays": $keyage}) },
	[MFA_VERDICT] = { .text = SEED_TEXT("Message": "console password without an MFA device",
		"Evidence": {"ConsoleAccess": true, "MFAEnabled": false $passwordused}) },
	[KEY_VERDICT] = { .text = SEED_TEXT("Message": "created more than 90 days ago: $oldkeyid",
		"Evidence": {"AccessKeys": [$oldkey], "MaxDays": 90}) },
};

static const struct seed_verdict verdicts[] = {
	{ SEED_USER_MFA, MFA_VERDICT, is_person }, { SEED_KEY_NOT_ROTATED, KEY_VERDICT, NULL }, { SEED_FAULTS, 0, NULL }
};

const struct seed_kind seed_user_kind = {
	.type = "AWS::IAM::User", .service = "iam", .share = 22, .calls = 8, .global = 1, .draw = draw,
	SEED_TEMPLATES(templates), .slots = slots, .unreadables = unreadables,
	.verdicts = verdicts
};
