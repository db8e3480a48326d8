/* Security groups of the estate. */
#include "seed_ec2.h"

enum { ROLE = SEED_OWN, OPEN };

/* Every region's first is its VPC's default. */
static int
is_default(const struct seed_item *it)
{
	return it->number < SEED_REGIONS;
}

static const struct {
	const char *name, *port;
} role[] = {
	{ "web", "443" }, { "api", "8443" }, { "db", "5432" }, { "ssh", "22" }, { "cache", "6379" },
};
enum { ROLES = sizeof role / sizeof *role };

static void
draw(struct seed_item *it)
{
	it->region = (int)(it->number % SEED_REGIONS);
	it->created = seed_ago(it, SEED_AGE, 70 + seed_pick(it, SEED_STYLE, 1200));
	if (is_default(it)) {
		seed_name_add(it, "default");
		return;
	}
	seed_name_add(it, seed_project(it));
	seed_name_add(it, "-");
	seed_name_add(it, role[seed_pick(it, ROLE, ROLES)].name);
	seed_name_add(it, "-");
	seed_name_add(it, seed_stage_name(it));
	seed_name_add(it, "-");
	seed_name_number(it, it->number);
	seed_tags_draw(it);
}

void
seed_group_of(struct seed_item *group, const struct seed_item *it, uint64_t random)
{
	unsigned long all = it->estate->count[it->account][SEED_GROUP], region = (unsigned long)it->region;
	unsigned long here = all > region ? (all - region + SEED_REGIONS - 1) / SEED_REGIONS : 1;

	seed_item_draw(group, it->estate, SEED_GROUP, it->account,
	    region + SEED_REGIONS * seed_below(random, (unsigned)here));
}

enum { FROM_SELF = SEED_GROUP_MEMBERSHIP + 1, FROM_NET };

static void
put_ingress(struct buf *b, const struct seed_item *it)
{
	seed_put_template(b, it, is_default(it) ? FROM_SELF : FROM_NET);
}

static void
put_port(struct buf *b, const struct seed_item *it)
{
	text_span(b, span_of(role[seed_pick(it, ROLE, ROLES)].port));
}

/* The web is for everybody; some have opened more than that. */
static void
put_source(struct buf *b, const struct seed_item *it)
{
	unsigned which = seed_pick(it, ROLE, ROLES);

	if (which == 0 || seed_chance(it, OPEN, 8)) {
		text_literal(b, "0.0.0.0/0");
		return;
	}
	text_literal(b, "10.");
	text_number(b, (unsigned)(it->account * SEED_REGIONS + it->region));
	text_literal(b, ".0.0/16");
}

static void
put_description(struct buf *b, const struct seed_item *it)
{
	if (is_default(it))
		text_literal(b, "default VPC security group");
	else
		text_span(b, span_of(seed_project(it)));
}

static const struct seed_slot slots[] = {
	{ "ingress", put_ingress }, { "port", put_port }, { "source", put_source },
	{ "description", put_description }, { "tagmember", seed_ec2_tags }, { NULL, NULL }
};

static struct seed_template templates[] = {
	[SEED_ARN] = { .text = "arn:aws:ec2:$region:$account:security-group/sg-$id" },
	[SEED_CONFIGURATION] = { .text = SEED_TEXT({
		"GroupId": "sg-$id",
		"IpPermissionsEgress": [{"IpProtocol": "-1", "UserIdGroupPairs": [],
			"IpRanges": [{"CidrIp": "0.0.0.0/0"}], "Ipv6Ranges": [], "PrefixListIds": []}],
		$tagmember "VpcId": "$vpc", "SecurityGroupArn": "$arn", "OwnerId": "$account", "GroupName": "$name",
		"Description": "$description", "IpPermissions": [$ingress]
	}) },
	[SEED_GROUP_NAME] = { .text = SEED_TEXT({"GroupId": "sg-$id", "GroupName": "$name"}) },
	[SEED_GROUP_MEMBERSHIP] = { .text = SEED_TEXT({"VpcSecurityGroupId": "sg-$id", "Status": "active"}) },
	[FROM_SELF] = { .text = SEED_TEXT({"IpProtocol": "-1",
		"UserIdGroupPairs": [{"UserId": "$account", "GroupId": "sg-$id"}], "IpRanges": [], "Ipv6Ranges": [],
		"PrefixListIds": []}) },
	[FROM_NET] = { .text = SEED_TEXT({"IpProtocol": "tcp", "FromPort": $port, "ToPort": $port,
		"UserIdGroupPairs": [], "IpRanges": [{"Description": "$project", "CidrIp": "$source"}],
		"Ipv6Ranges": [], "PrefixListIds": []}) },
};

const struct seed_kind seed_group_kind = {
	.type = "AWS::EC2::SecurityGroup", .service = "ec2", .share = 12, .draw = draw, SEED_TEMPLATES(templates),
	.slots = slots
};
