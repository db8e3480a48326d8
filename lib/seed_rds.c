/* Database instances of the estate. */
#include "seed_ec2.h"

enum { PUBLIC = SEED_OWN, ENGINE, CLASS, ENCRYPTED, MULTI_ZONE, SIZE, GROUP, PROTECTED };

static const struct {
	const char *name, *version, *licence, *port;
} engine[] = {
	{ "postgres", "16.4", "postgresql-license", "5432" }, { "postgres", "14.9", "postgresql-license", "5432" },
	{ "mysql", "8.0.39", "general-public-license", "3306" },
	{ "mariadb", "10.11.9", "general-public-license", "3306" },
};

static void
draw(struct seed_item *it)
{
	static const char *const role[] = { "-main-", "-replica-", "-reports-" };

	it->region = seed_some_region(it);
	it->created = seed_ago(it, SEED_AGE, 65 + seed_pick(it, SEED_STYLE, 900));
	if (seed_chance(it, PUBLIC, 15))
		it->faults |= SEED_BIT(SEED_DATABASE_PUBLIC);
	seed_name_add(it, seed_project(it));
	seed_name_add(it, role[seed_pick(it, SIZE, 3)]);
	seed_name_add(it, seed_stage_name(it));
	seed_name_add(it, "-");
	seed_name_number(it, it->number);
	seed_tags_draw(it);
}

static void
put_engine(struct buf *b, const struct seed_item *it)
{
	text_span(b, span_of(engine[seed_pick(it, ENGINE, 4)].name));
}

static void
put_version(struct buf *b, const struct seed_item *it)
{
	text_span(b, span_of(engine[seed_pick(it, ENGINE, 4)].version));
}

static void
put_licence(struct buf *b, const struct seed_item *it)
{
	text_span(b, span_of(engine[seed_pick(it, ENGINE, 4)].licence));
}

static void
put_port(struct buf *b, const struct seed_item *it)
{
	text_span(b, span_of(engine[seed_pick(it, ENGINE, 4)].port));
}

static void
put_class(struct buf *b, const struct seed_item *it)
{
	static const char *const class[] = { "db.t3.micro", "db.t4g.medium", "db.m6g.large", "db.r6g.xlarge" };

	text_span(b, span_of(class[seed_pick(it, CLASS, 4)]));
}

static void
put_size(struct buf *b, const struct seed_item *it)
{
	text_number(b, 20u << seed_pick(it, SIZE, 6));
}

static void
put_public(struct buf *b, const struct seed_item *it)
{
	text_span(b, seed_has(it, SEED_DATABASE_PUBLIC) ? SPAN("true") : SPAN("false"));
}

static void
put_multi_zone(struct buf *b, const struct seed_item *it)
{
	text_span(b, seed_chance(it, MULTI_ZONE, 40) ? SPAN("true") : SPAN("false"));
}

static void
put_protected(struct buf *b, const struct seed_item *it)
{
	text_span(b, seed_chance(it, PROTECTED, 60) ? SPAN("true") : SPAN("false"));
}

enum { KEY = SEED_TEMPLATE_OWN, PUBLIC_VERDICT };

static void
put_encryption(struct buf *b, const struct seed_item *it)
{
	if (seed_chance(it, ENCRYPTED, 80))
		seed_put_template(b, it, KEY);
	else
		text_literal(b, "\"StorageEncrypted\":false");
}

static void
put_groups(struct buf *b, const struct seed_item *it)
{
	struct seed_item group;

	seed_group_of(&group, it, seed_draw(it, GROUP));
	seed_put_template(b, &group, SEED_GROUP_MEMBERSHIP);
}

static const struct seed_slot slots[] = {
	{ "engine", put_engine }, { "version", put_version }, { "licence", put_licence }, { "port", put_port },
	{ "class", put_class }, { "size", put_size }, { "public", put_public }, { "multizone", put_multi_zone },
	{ "protected", put_protected }, { "encryption", put_encryption }, { "groups", put_groups }, { NULL, NULL }
};

static struct seed_template templates[] = {
	[SEED_ARN] = { .text = "arn:aws:rds:$region:$account:db:$name" },
	[SEED_CONFIGURATION] = { .text = SEED_TEXT({
		"DBInstanceIdentifier": "$name", "DBInstanceClass": "$class", "Engine": "$engine",
		"DBInstanceStatus": "available", "MasterUsername": "app", "DBName": "app",
		"Endpoint": {"Address": "$name.c9akciq32rf.$region.rds.amazonaws.com", "Port": $port,
			"HostedZoneId": "Z2R2ITUGPM61AM"},
		"AllocatedStorage": $size, "InstanceCreateTime": "$created", "PreferredBackupWindow": "03:10-03:40",
		"BackupRetentionPeriod": 7, "DBSecurityGroups": [], "VpcSecurityGroups": [$groups],
		"DBParameterGroups": [{"DBParameterGroupName": "$project-$engine", "ParameterApplyStatus": "in-sync"}],
		"AvailabilityZone": "$zone",
		"DBSubnetGroup": {"DBSubnetGroupName": "$project-$stage", "DBSubnetGroupDescription": "$project",
			"VpcId": "$vpc", "SubnetGroupStatus": "Complete",
			"Subnets": [{"SubnetIdentifier": "$subnet", "SubnetAvailabilityZone": {"Name": "$zone"},
				"SubnetOutpost": {}, "SubnetStatus": "Active"}]},
		"PreferredMaintenanceWindow": "sun:04:30-sun:05:00", "PendingModifiedValues": {}, "MultiAZ": $multizone,
		"EngineVersion": "$version", "AutoMinorVersionUpgrade": true, "ReadReplicaDBInstanceIdentifiers": [],
		"LicenseModel": "$licence", "OptionGroupMemberships": [], "PubliclyAccessible": $public,
		"StorageType": "gp3", "DbInstancePort": 0, $encryption, "DbiResourceId": "db-$unique",
		"CACertificateIdentifier": "rds-ca-rsa2048-g1", "DomainMemberships": [], "CopyTagsToSnapshot": true,
		"MonitoringInterval": 0, "DBInstanceArn": "$arn", "IAMDatabaseAuthenticationEnabled": false,
		"PerformanceInsightsEnabled": false, "DeletionProtection": $protected, "AssociatedRoles": [],
		"TagList": [$taglist], "CustomerOwnedIpEnabled": false, "BackupTarget": "region",
		"NetworkType": "IPV4", "StorageThroughput": 125, "DedicatedLogVolume": false
	}) },
	[KEY] = { .text = SEED_TEXT("StorageEncrypted": true, "KmsKeyId": "$kms") },
	[PUBLIC_VERDICT] = { .text = SEED_TEXT("Message": "the instance has a public address",
		"Evidence": {"PubliclyAccessible": true}) },
};

static const struct seed_verdict verdicts[] = {
	{ SEED_DATABASE_PUBLIC, PUBLIC_VERDICT, NULL }, { SEED_FAULTS, 0, NULL }
};

const struct seed_kind seed_database_kind = {
	.type = "AWS::RDS::DBInstance", .service = "rds", .share = 12, .draw = draw, SEED_TEMPLATES(templates),
	.slots = slots, .verdicts = verdicts
};
