/* IAM roles of the estate. */
#include "seed_iam.h"

enum { TRUST = SEED_OWN, USED, MANAGED };

static const struct {
	const char *name, *principal, *policy;
} trust[] = {
	{ "lambda", "lambda.amazonaws.com", "AWSLambdaBasicExecutionRole" },
	{ "instance", "ec2.amazonaws.com", "AmazonSSMManagedInstanceCore" },
	{ "task", "ecs-tasks.amazonaws.com", "AmazonECSTaskExecutionRolePolicy" },
	{ "events", "events.amazonaws.com", "CloudWatchEventsBuiltInTargetExecutionAccess" },
};
enum { TRUSTS = sizeof trust / sizeof *trust };

static void
draw(struct seed_item *it)
{
	it->created = seed_ago(it, SEED_AGE, 80 + seed_pick(it, SEED_STYLE, 900));
	seed_name_add(it, seed_project(it));
	seed_name_add(it, "-");
	seed_name_add(it, trust[seed_pick(it, TRUST, TRUSTS)].name);
	seed_name_add(it, "-");
	seed_name_add(it, seed_stage_name(it));
	seed_name_add(it, "-");
	seed_name_number(it, it->number);
	seed_tags_draw(it);
}

enum { USE = SEED_ROLE_NAME + 1, AWS_POLICY };

static void
put_principal(struct buf *b, const struct seed_item *it)
{
	text_span(b, span_of(trust[seed_pick(it, TRUST, TRUSTS)].principal));
}

static void
put_policy(struct buf *b, const struct seed_item *it)
{
	text_span(b, span_of(trust[seed_pick(it, TRUST, TRUSTS)].policy));
}

static void
put_last_used(struct buf *b, const struct seed_item *it)
{
	if (seed_chance(it, USED, 85))
		seed_put_template(b, it, USE);
}

static void
put_used(struct buf *b, const struct seed_item *it)
{
	text_time(b, seed_ago(it, USED, seed_pick(it, USED, 40)), "+00:00");
}

static void
put_attached(struct buf *b, const struct seed_item *it)
{
	struct seed_item policy;

	seed_put_template(b, it, AWS_POLICY);
	if (it->number >= it->estate->count[it->account][SEED_POLICY])
		return;
	seed_item_draw(&policy, it->estate, SEED_POLICY, it->account, it->number);
	if (!seed_policy_has_role(&policy))
		return;
	text_literal(b, ",");
	seed_put_template(b, &policy, SEED_POLICY_ATTACHED);
}

static const struct seed_slot slots[] = {
	{ "principal", put_principal }, { "policy", put_policy }, { "lastused", put_last_used },
	{ "used", put_used }, { "attached", put_attached }, { NULL, NULL }
};

static struct seed_template templates[] = {
	[SEED_ARN] = { .text = "arn:aws:iam::$account:role/$name" },
	[SEED_CONFIGURATION] = { .text = SEED_TEXT({
		"Path": "/", "RoleName": "$name", "RoleId": "AROA$unique", "Arn": "$arn", "CreateDate": "$created",
		"AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
			"Principal": {"Service": "$principal"}, "Action": "sts:AssumeRole"}]},
		"Description": "$project", "MaxSessionDuration": 3600, "RoleLastUsed": {$lastused},
		"AttachedPolicies": [$attached], "Policies": [], "InstanceProfiles": [], "Tags": [$taglist]
	}) },
	[SEED_ROLE_NAME] = { .text = SEED_TEXT({"RoleName": "$name", "RoleId": "AROA$unique"}) },
	[USE] = { .text = SEED_TEXT("LastUsedDate": "$used", "Region": "us-east-1") },
	[AWS_POLICY] = { .text = SEED_TEXT({"PolicyName": "$policy",
		"PolicyArn": "arn:aws:iam::aws:policy/service-role/$policy"}) },
};

const struct seed_kind seed_role_kind = {
	.type = "AWS::IAM::Role", .service = "iam", .share = 16, .calls = 5, .global = 1, .draw = draw,
	SEED_TEMPLATES(templates), .slots = slots
};
