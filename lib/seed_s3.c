/* Buckets of the estate. */
#include "seed_item.h"

enum {	/* draws */
	PUBLIC = SEED_OWN, VERSIONING, ENCRYPTION, MFA_DELETE, DENIED, KMS, POLICY, OWNERSHIP, LOGGING, PURPOSE
};
enum {	/* bits of unreadable, in the order of the list below */
	NO_BLOCK, NO_VERSIONING, NO_ENCRYPTION, NO_TAGS, NO_TAG_MAP, NO_POLICY, NO_POLICY_STATUS, NO_ACL, NO_OWNERSHIP,
	NO_LOGGING
};
enum { BLOCK_OF_ACCOUNT = 1 };	/* the account that blocks public access for all its buckets: seed_account[] */

static const struct seed_unreadable unreadables[] = {
	[NO_BLOCK] = { ".Configuration.PublicAccessBlockConfiguration", "GetPublicAccessBlock",
	    "s3:GetBucketPublicAccessBlock" },
	[NO_VERSIONING] = { ".Configuration.Versioning", "GetBucketVersioning", "s3:GetBucketVersioning" },
	[NO_ENCRYPTION] = { ".Configuration.Encryption", "GetBucketEncryption", "s3:GetEncryptionConfiguration" },
	[NO_TAGS] = { ".Configuration.Tags", "GetBucketTagging", "s3:GetBucketTagging" },
	[NO_TAG_MAP] = { ".Tags", "GetBucketTagging", "s3:GetBucketTagging" },
	[NO_POLICY] = { ".Configuration.Policy", "GetBucketPolicy", "s3:GetBucketPolicy" },
	[NO_POLICY_STATUS] = { ".Configuration.PolicyStatus", "GetBucketPolicyStatus", "s3:GetBucketPolicyStatus" },
	[NO_ACL] = { ".Configuration.Acl", "GetBucketAcl", "s3:GetBucketAcl" },
	[NO_OWNERSHIP] = { ".Configuration.OwnershipControls", "GetBucketOwnershipControls",
	    "s3:GetBucketOwnershipControls" },
	[NO_LOGGING] = { ".Configuration.Logging", "GetBucketLogging", "s3:GetBucketLogging" },
	{ NULL, NULL, NULL }
};

/* Some buckets' own policies deny everybody but their application; a service control policy may deny one call. */
static void
draw_unreadable(struct seed_item *it)
{
	if (it->number % 60 == 23)
		it->unreadable = (1u << (NO_LOGGING + 1)) - 1;
	else if (it->number % 60 == 41)
		it->unreadable = 1u << NO_ENCRYPTION;
	else if (it->number % 60 == 53)
		it->unreadable = 1u << NO_TAGS | 1u << NO_TAG_MAP;
	it->tags.unreadable = (it->unreadable & 1u << NO_TAG_MAP) != 0;
}

static void
draw_faults(struct seed_item *it)
{
	if (it->account != BLOCK_OF_ACCOUNT && seed_chance(it, PUBLIC, 13) && !(it->unreadable & 1u << NO_BLOCK))
		it->faults |= SEED_BIT(SEED_BUCKET_PUBLIC);
	if (seed_chance(it, ENCRYPTION, 6) && !(it->unreadable & 1u << NO_ENCRYPTION))
		it->faults |= SEED_BIT(SEED_BUCKET_ENCRYPTION);
	if (it->unreadable & 1u << NO_VERSIONING)
		return;
	if (seed_chance(it, VERSIONING, 22))
		it->faults |= SEED_BIT(SEED_BUCKET_VERSIONING);
	else if (seed_chance(it, MFA_DELETE, 30))
		it->faults |= SEED_BIT(SEED_BUCKET_MFA_DELETE);
}

static void
draw(struct seed_item *it)
{
	static const char *const purpose[] = { "assets", "logs", "backups", "uploads", "exports", "artifacts", "media",
	    "archive" };

	it->region = seed_some_region(it);
	it->created = seed_ago(it, SEED_AGE, 70 + seed_pick(it, SEED_STYLE, 1500));
	draw_unreadable(it);
	draw_faults(it);
	seed_name_add(it, "acme-");
	seed_name_add(it, seed_project(it));
	seed_name_add(it, "-");
	seed_name_add(it, purpose[seed_pick(it, PURPOSE, 8)]);
	seed_name_add(it, "-");
	seed_name_add(it, seed_stage_name(it));
	seed_name_add(it, "-");
	seed_name_hex(it, seed_mix32((uint32_t)it->number * SEED_ACCOUNTS + (uint32_t)it->account));
	seed_tags_draw(it);
}

static void
put_location(struct buf *b, const struct seed_item *it)
{
	if (it->region == 0) {	/* us-east-1 answers null */
		text_literal(b, "null");
		return;
	}
	text_literal(b, "\"");
	text_span(b, span_of(seed_region[it->region]));
	text_literal(b, "\"");
}

static const char *const flag[] = { "BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy",
    "RestrictPublicBuckets" };
enum { ALL_BLOCKED = 15, NEVER = 16 };

/* Which of the four, by bits; or NEVER configured. */
static unsigned
blocked(const struct seed_item *it)
{
	unsigned some = seed_pick(it, SEED_STYLE, 16);

	if (!seed_has(it, SEED_BUCKET_PUBLIC))
		return ALL_BLOCKED;
	return some == ALL_BLOCKED ? NEVER : some;
}

static void
put_block(struct buf *b, const struct seed_item *it)
{
	unsigned i;

	if (it->unreadable & 1u << NO_BLOCK)
		return;
	text_literal(b, "\"PublicAccessBlockConfiguration\":");
	if (blocked(it) == NEVER) {
		text_literal(b, "null,");
		return;
	}
	for (i = 0; i < 4; i++) {
		text_add(b, i ? ",\"" : "{\"", 2);
		text_span(b, span_of(flag[i]));
		text_span(b, blocked(it) & 1u << i ? SPAN("\":true") : SPAN("\":false"));
	}
	text_literal(b, "},");
}

static void
put_open(struct buf *b, const struct seed_item *it, const char *between)
{
	const char *before = "";
	unsigned i;

	for (i = 0; i < 4; i++) {
		if (blocked(it) != NEVER && blocked(it) & 1u << i)
			continue;
		text_span(b, span_of(before));
		text_span(b, span_of(flag[i]));
		before = between;
	}
}

static void
put_open_words(struct buf *b, const struct seed_item *it)
{
	put_open(b, it, ", ");
}

static void
put_open_list(struct buf *b, const struct seed_item *it)
{
	put_open(b, it, "\",\"");
}

static void
put_account_block(struct buf *b, const struct seed_item *it)
{
	if (it->account != BLOCK_OF_ACCOUNT)
		text_literal(b, "null");
	else
		text_literal(b, "{\"BlockPublicAcls\":true,\"IgnorePublicAcls\":true,\"BlockPublicPolicy\":true,"
		    "\"RestrictPublicBuckets\":true}");
}

/* Without versions: switched off, or never on. */
static int
suspended(const struct seed_item *it)
{
	return seed_pick(it, SEED_STYLE, 3) == 0;
}

static void
put_versioning(struct buf *b, const struct seed_item *it)
{
	if (it->unreadable & 1u << NO_VERSIONING)
		return;
	if (!seed_has(it, SEED_BUCKET_VERSIONING))
		text_span(b, seed_has(it, SEED_BUCKET_MFA_DELETE) ?
		    SPAN(",\"Versioning\":{\"Status\":\"Enabled\",\"MFADelete\":\"Disabled\"}") :
		    SPAN(",\"Versioning\":{\"Status\":\"Enabled\",\"MFADelete\":\"Enabled\"}"));
	else
		text_span(b, suspended(it) ? SPAN(",\"Versioning\":{\"Status\":\"Suspended\"}") :
		    SPAN(",\"Versioning\":{}"));
}

static void
put_status(struct buf *b, const struct seed_item *it)
{
	text_span(b, suspended(it) ? SPAN("\"Suspended\"") : SPAN("null"));
}

static void
put_status_word(struct buf *b, const struct seed_item *it)
{
	text_span(b, suspended(it) ? SPAN("Suspended") : SPAN("not configured"));
}

enum { OWN_KEY = SEED_TEMPLATE_OWN, S3_KEY, ACL, PUBLIC_ACL, PUBLIC_POLICY, TLS_POLICY, LOGS, OPEN_VERDICT,
    VERSIONING_VERDICT, ENCRYPTION_VERDICT };

static void
put_encryption(struct buf *b, const struct seed_item *it)
{
	if (it->unreadable & 1u << NO_ENCRYPTION)
		return;
	if (seed_has(it, SEED_BUCKET_ENCRYPTION))
		text_literal(b, ",\"Encryption\":null");
	else
		seed_put_template(b, it, seed_chance(it, KMS, 35) ? OWN_KEY : S3_KEY);
}

static void
put_bucket_tags(struct buf *b, const struct seed_item *it)
{
	if (it->unreadable & 1u << NO_TAGS)
		return;
	if (!it->tags.n) {
		text_literal(b, ",\"Tags\":null");
		return;
	}
	text_literal(b, ",\"Tags\":[");
	seed_tags_list(b, it);
	text_literal(b, "]");
}

static void
put_policy(struct buf *b, const struct seed_item *it)
{
	int public = seed_has(it, SEED_BUCKET_PUBLIC) && seed_chance(it, POLICY, 30);
	int any = public || seed_chance(it, POLICY, 55);

	if (!(it->unreadable & 1u << NO_POLICY)) {
		if (any)
			seed_put_template(b, it, public ? PUBLIC_POLICY : TLS_POLICY);
		else
			text_literal(b, ",\"Policy\":null");
	}
	if (!(it->unreadable & 1u << NO_POLICY_STATUS))
		text_span(b, !any ? SPAN(",\"PolicyStatus\":null") : public ?
		    SPAN(",\"PolicyStatus\":{\"IsPublic\":true}") : SPAN(",\"PolicyStatus\":{\"IsPublic\":false}"));
}

static void
put_acl(struct buf *b, const struct seed_item *it)
{
	if (!(it->unreadable & 1u << NO_ACL))
		seed_put_template(b, it,
		    seed_has(it, SEED_BUCKET_PUBLIC) && seed_chance(it, OWNERSHIP, 10) ? PUBLIC_ACL : ACL);
}

static void
put_ownership(struct buf *b, const struct seed_item *it)
{
	unsigned n = seed_pick(it, OWNERSHIP, 100);	/* below 10: a public ACL, which only these two allow */

	if (it->unreadable & 1u << NO_OWNERSHIP)
		return;
	if (n < 25)
		text_literal(b, ",\"OwnershipControls\":null");
	else if (n < 40)
		text_literal(b, ",\"OwnershipControls\":{\"Rules\":[{\"ObjectOwnership\":\"BucketOwnerPreferred\"}]}");
	else
		text_literal(b, ",\"OwnershipControls\":{\"Rules\":[{\"ObjectOwnership\":\"BucketOwnerEnforced\"}]}");
}

static void
put_logging(struct buf *b, const struct seed_item *it)
{
	if (it->unreadable & 1u << NO_LOGGING)
		return;
	if (seed_chance(it, LOGGING, 40))
		seed_put_template(b, it, LOGS);
	else
		text_literal(b, ",\"Logging\":{}");
}

/* The canonical id of an account, as ACLs name owners. */
static void
put_canonical(struct buf *b, const struct seed_item *it)
{
	struct seed_item anywhere = { .estate = it->estate, .account = it->account, .region = SEED_GLOBAL };
	unsigned i;

	for (i = 0; i < 4; i++)
		text_hex(b, seed_network(&anywhere, 16 + i), 16);
}

static const struct seed_slot slots[] = {
	{ "location", put_location }, { "block", put_block }, { "accountblock", put_account_block },
	{ "versioning", put_versioning }, { "encryption", put_encryption }, { "buckettags", put_bucket_tags },
	{ "policy", put_policy }, { "acl", put_acl }, { "ownership", put_ownership }, { "logging", put_logging },
	{ "canonical", put_canonical }, { "openwords", put_open_words }, { "openlist", put_open_list },
	{ "status", put_status }, { "statusword", put_status_word }, { NULL, NULL }
};

static struct seed_template templates[] = {
	[SEED_ARN] = { .text = "arn:aws:s3:::$name" },
	[SEED_CONFIGURATION] = { .text = SEED_TEXT({
		"Name": "$name", "CreationDate": "$created", "BucketRegion": "$region", "Location": {"LocationConstraint": $location},
		$block "AccountPublicAccessBlockConfiguration": $accountblock
		$versioning $encryption $buckettags $policy $acl $ownership $logging,
		"Lifecycle": null, "ObjectLockConfiguration": null, "ReplicationConfiguration": null, "Notification": {},
		"Website": null, "CORSRules": null
	}) },
	[OWN_KEY] = { .text = SEED_TEXT(, "Encryption": {"ServerSideEncryptionConfiguration": {"Rules": [{
		"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "$kms"},
		"BucketKeyEnabled": true}]}}) },
	[S3_KEY] = { .text = SEED_TEXT(, "Encryption": {"ServerSideEncryptionConfiguration": {"Rules": [{
		"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}, "BucketKeyEnabled": false}]}}) },
	[ACL] = { .text = SEED_TEXT(, "Acl": {"Owner": {"ID": "$canonical"},
		"Grants": [{"Grantee": {"ID": "$canonical", "Type": "CanonicalUser"}, "Permission": "FULL_CONTROL"}]}) },
	[PUBLIC_ACL] = { .text = SEED_TEXT(, "Acl": {"Owner": {"ID": "$canonical"},
		"Grants": [{"Grantee": {"ID": "$canonical", "Type": "CanonicalUser"}, "Permission": "FULL_CONTROL"},
		{"Grantee": {"Type": "Group", "URI": "http://acs.amazonaws.com/groups/global/AllUsers"},
		"Permission": "READ"}]}) },
	[PUBLIC_POLICY] = { .text = SEED_TEXT(, "Policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"PublicRead\",\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::$name/*\"}]}") },
	[TLS_POLICY] = { .text = SEED_TEXT(, "Policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"DenyInsecureTransport\",\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":[\"$arn\",\"$arn/*\"],\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}}]}") },
	[LOGS] = { .text = SEED_TEXT(, "Logging": {"LoggingEnabled": {"TargetBucket": "acme-access-logs-$account-$region",
		"TargetPrefix": "$name/"}}) },
	[OPEN_VERDICT] = { .text = SEED_TEXT("Message": "public access is not blocked: $openwords not true",
		"Evidence": {$block "AccountPublicAccessBlockConfiguration": null, "NotBlocked": ["$openlist"]}) },
	[VERSIONING_VERDICT] = { .text = SEED_TEXT("Message": "versioning is $statusword",
		"Evidence": {"Status": $status}) },
	[ENCRYPTION_VERDICT] = { .text = SEED_TEXT("Message": "no rule with an encryption algorithm",
		"Evidence": {"Rules": 0, "SSEAlgorithm": null}) },
};

static const struct seed_verdict verdicts[] = {
	{ SEED_BUCKET_PUBLIC, OPEN_VERDICT, NULL }, { SEED_BUCKET_VERSIONING, VERSIONING_VERDICT, NULL },
	{ SEED_BUCKET_ENCRYPTION, ENCRYPTION_VERDICT, NULL }, { SEED_FAULTS, 0, NULL }
};

const struct seed_kind seed_bucket_kind = {
	.type = "AWS::S3::Bucket", .service = "s3", .share = 38, .calls = 15, .global = 1, .draw = draw,
	SEED_TEMPLATES(templates), .slots = slots, .unreadables = unreadables,
	.verdicts = verdicts
};
