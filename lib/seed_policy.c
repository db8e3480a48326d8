/* Customer-managed policies of the estate. */
#include "seed_iam.h"

enum { PERMISSIVE = SEED_OWN, USER, ROLE, DOCUMENT, VERSION };

int
seed_policy_has_user(const struct seed_item *policy)
{
	return policy->number < policy->estate->count[policy->account][SEED_USER] &&
	    (seed_has(policy, SEED_POLICY_PERMISSIVE) || seed_chance(policy, USER, 30));
}

int
seed_policy_has_role(const struct seed_item *policy)
{
	return policy->number < policy->estate->count[policy->account][SEED_ROLE] && seed_chance(policy, ROLE, 60);
}

static void
draw(struct seed_item *it)
{
	static const char *const what[] = { "-read", "-write", "-deploy", "-audit", "-operate" };

	it->created = seed_ago(it, SEED_AGE, 80 + seed_pick(it, SEED_STYLE, 800));
	if (seed_chance(it, PERMISSIVE, 16))
		it->faults |= SEED_BIT(SEED_POLICY_PERMISSIVE);
	seed_name_add(it, seed_project(it));
	seed_name_add(it, seed_has(it, SEED_POLICY_PERMISSIVE) ? "-admin" : what[seed_pick(it, DOCUMENT, 5)]);
	seed_name_add(it, "-");
	seed_name_number(it, it->number);
	seed_tags_draw(it);
}

enum { WIDE = SEED_POLICY_ATTACHED + 1, WIDE_LIST, WIDE_OBJECT, READ, WRITE, DENY };

static void
put_document(struct buf *b, const struct seed_item *it)
{
	seed_put_template(b, it, (seed_has(it, SEED_POLICY_PERMISSIVE) ? WIDE : READ) +
	    (int)seed_pick(it, DOCUMENT, 3));
}

static void
put_attachments(struct buf *b, const struct seed_item *it)
{
	text_number(b, (unsigned)(seed_policy_has_user(it) + seed_policy_has_role(it)));
}

static void
put_users(struct buf *b, const struct seed_item *it)
{
	struct seed_item user;

	if (!seed_policy_has_user(it))
		return;
	seed_item_draw(&user, it->estate, SEED_USER, it->account, it->number);
	seed_put_template(b, &user, SEED_USER_NAME);
}

static void
put_roles(struct buf *b, const struct seed_item *it)
{
	struct seed_item role;

	if (!seed_policy_has_role(it))
		return;
	seed_item_draw(&role, it->estate, SEED_ROLE, it->account, it->number);
	seed_put_template(b, &role, SEED_ROLE_NAME);
}

static void
put_version(struct buf *b, const struct seed_item *it)
{
	text_number(b, 1 + seed_pick(it, VERSION, 4));
}

static const struct seed_slot slots[] = {
	{ "document", put_document }, { "attachments", put_attachments }, { "users", put_users },
	{ "roles", put_roles }, { "version", put_version }, { NULL, NULL }
};

static struct seed_template templates[] = {
	[SEED_ARN] = { .text = "arn:aws:iam::$account:policy/$name" },
	[SEED_CONFIGURATION] = { .text = SEED_TEXT({
		"PolicyName": "$name", "PolicyId": "ANPA$unique", "Arn": "$arn", "Path": "/",
		"DefaultVersionId": "v$version", "AttachmentCount": $attachments, "PermissionsBoundaryUsageCount": 0,
		"IsAttachable": true, "CreateDate": "$created", "UpdateDate": "$created",
		"PolicyVersion": {"Document": {"Version": "2012-10-17", "Statement": $document},
			"VersionId": "v$version", "IsDefaultVersion": true, "CreateDate": "$created"},
		"PolicyGroups": [], "PolicyUsers": [$users], "PolicyRoles": [$roles], "Tags": [$taglist]
	}) },
	[SEED_POLICY_ATTACHED] = { .text = SEED_TEXT({"PolicyName": "$name", "PolicyArn": "$arn"}) },
	[WIDE] = { .text = SEED_TEXT([{"Effect": "Allow", "Action": "*", "Resource": "*"}]) },
	[WIDE_LIST] = { .text = SEED_TEXT([{"Sid": "Everything", "Effect": "Allow", "Action": ["*"], "Resource": ["*"]},
		{"Effect": "Deny", "Action": "organizations:LeaveOrganization", "Resource": "*"}]) },
	[WIDE_OBJECT] = { .text = SEED_TEXT({"Effect": "Allow", "Action": ["*:*"], "Resource": "*"}) },
	[READ] = { .text = SEED_TEXT([{"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"],
		"Resource": ["arn:aws:s3:::acme-$project-*", "arn:aws:s3:::acme-$project-*/*"]}]) },
	[WRITE] = { .text = SEED_TEXT([{"Sid": "Table", "Effect": "Allow",
		"Action": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
		"Resource": "arn:aws:dynamodb:*:$account:table/$project-*"},
		{"Sid": "Look", "Effect": "Allow", "Action": "cloudwatch:Describe*", "Resource": "*"}]) },
	[DENY] = { .text = SEED_TEXT([{"Sid": "OnlyWithMfa", "Effect": "Deny", "Action": "*", "Resource": "*",
		"Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}}]) },
};

const struct seed_kind seed_policy_kind = {
	.type = "AWS::IAM::ManagedPolicy", .service = "iam", .share = 10, .calls = 5, .global = 1, .draw = draw,
	SEED_TEMPLATES(templates), .slots = slots
};
