/* Tables of the estate. */
#include "seed_item.h"

enum { CONTENT = SEED_OWN, BILLING, RECOVERY, ENCRYPTED, ITEMS, PROTECTED };

static void
draw(struct seed_item *it)
{
	static const char *const content[] = { "-sessions-", "-events-", "-carts-", "-locks-", "-profiles-" };

	it->region = seed_some_region(it);
	it->created = seed_ago(it, SEED_AGE, 40 + seed_pick(it, SEED_STYLE, 900));
	seed_name_add(it, seed_project(it));
	seed_name_add(it, content[seed_pick(it, CONTENT, 5)]);
	seed_name_add(it, seed_stage_name(it));
	seed_name_add(it, "-");
	seed_name_number(it, it->number);
	seed_tags_draw(it);
}

enum { ON_DEMAND = SEED_TEMPLATE_OWN, PROVISIONED, KEY, RECOVERABLE, UNRECOVERABLE };

static void
put_billing(struct buf *b, const struct seed_item *it)
{
	seed_put_template(b, it, seed_chance(it, BILLING, 65) ? ON_DEMAND : PROVISIONED);
}

static void
put_capacity(struct buf *b, const struct seed_item *it)
{
	text_number(b, seed_chance(it, BILLING, 65) ? 0 : 5);
}

static void
put_encryption(struct buf *b, const struct seed_item *it)
{
	if (seed_chance(it, ENCRYPTED, 40))
		seed_put_template(b, it, KEY);
}

static void
put_recovery(struct buf *b, const struct seed_item *it)
{
	seed_put_template(b, it, seed_chance(it, RECOVERY, 55) ? RECOVERABLE : UNRECOVERABLE);
}

static void
put_items(struct buf *b, const struct seed_item *it)
{
	text_number(b, seed_pick(it, ITEMS, 2000000));
}

static void
put_bytes(struct buf *b, const struct seed_item *it)
{
	text_number(b, 312ul * seed_pick(it, ITEMS, 2000000));
}

static void
put_protected(struct buf *b, const struct seed_item *it)
{
	text_span(b, seed_chance(it, PROTECTED, 45) ? SPAN("true") : SPAN("false"));
}

/* Never before the table was made: that was 40 days ago or more. */
static void
put_earliest(struct buf *b, const struct seed_item *it)
{
	text_time(b, it->described - 35 * SEED_DAY, "+00:00");
}

static void
put_latest(struct buf *b, const struct seed_item *it)
{
	text_time(b, it->described - 300, "+00:00");
}

static const struct seed_slot slots[] = {
	{ "billing", put_billing }, { "capacity", put_capacity }, { "encryption", put_encryption },
	{ "recovery", put_recovery }, { "items", put_items }, { "bytes", put_bytes },
	{ "protected", put_protected }, { "earliest", put_earliest }, { "latest", put_latest }, { NULL, NULL }
};

static struct seed_template templates[] = {
	[SEED_ARN] = { .text = "arn:aws:dynamodb:$region:$account:table/$name" },
	[SEED_CONFIGURATION] = { .text = SEED_TEXT({
		"TableName": "$name",
		"AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"},
			{"AttributeName": "sk", "AttributeType": "S"}],
		"KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
		"TableStatus": "ACTIVE", "CreationDateTime": "$created",
		"ProvisionedThroughput": {"NumberOfDecreasesToday": 0, "ReadCapacityUnits": $capacity,
			"WriteCapacityUnits": $capacity},
		"TableSizeBytes": $bytes, "ItemCount": $items, "TableArn": "$arn", "TableId": "$uuid", $billing
		$encryption "DeletionProtectionEnabled": $protected,
		"ContinuousBackups": {"ContinuousBackupsStatus": "ENABLED", "PointInTimeRecoveryDescription": $recovery},
		"TimeToLive": {"TimeToLiveStatus": "DISABLED"}, "ScalableTargets": [], "ProtectedResources": [], "Policy": null,
		"Tags": [$taglist]
	}) },
	[ON_DEMAND] = { .text = SEED_TEXT("BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST",
		"LastUpdateToPayPerRequestDateTime": "$created"},) },
	[PROVISIONED] = { .text = "" },
	[KEY] = { .text = SEED_TEXT("SSEDescription": {"Status": "ENABLED", "SSEType": "KMS",
		"KMSMasterKeyArn": "$kms"},) },
	[RECOVERABLE] = { .text = SEED_TEXT({"PointInTimeRecoveryStatus": "ENABLED", "RecoveryPeriodInDays": 35,
		"EarliestRestorableDateTime": "$earliest", "LatestRestorableDateTime": "$latest"}) },
	[UNRECOVERABLE] = { .text = SEED_TEXT({"PointInTimeRecoveryStatus": "DISABLED"}) },
};

const struct seed_kind seed_table_kind = {
	.type = "AWS::DynamoDB::Table", .service = "dynamodb", .share = 13, .calls = 4, .draw = draw,
	SEED_TEMPLATES(templates), .slots = slots
};
