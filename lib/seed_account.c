/* The accounts of the estate, as resources. */
#include "seed_item.h"

enum { NO_REPORT };	/* bit of unreadable */
enum { MFA = SEED_OWN };
enum { ROOT_USED = 2, REPORT_DENIED = 4, NO_PASSWORD_POLICY = 3, BLOCKS_PUBLIC_ACCESS = 1 };	/* seed_account[] */

static const struct seed_unreadable unreadables[] = {
	[NO_REPORT] = { ".Configuration.RootCredentialReport", "GetCredentialReport", "iam:GetCredentialReport" },
	{ NULL, NULL, NULL }
};

static void
draw(struct seed_item *it)
{
	it->created = seed_ago(it, SEED_AGE, 1600);
	if (it->account == ROOT_USED)
		it->faults |= SEED_BIT(SEED_ROOT_ACTIVE);
	if (it->account == REPORT_DENIED)
		it->unreadable = 1u << NO_REPORT;
	seed_name_add(it, seed_account[it->account].name);
}

enum { PASSWORD_POLICY = SEED_TEMPLATE_OWN, REPORT, BLOCK };

static void
put_password_policy(struct buf *b, const struct seed_item *it)
{
	if (it->account == NO_PASSWORD_POLICY)
		text_literal(b, "null");
	else
		seed_put_template(b, it, PASSWORD_POLICY);
}

static void
put_report(struct buf *b, const struct seed_item *it)
{
	if (!(it->unreadable & 1u << NO_REPORT))
		seed_put_template(b, it, REPORT);
}

static void
put_root_used(struct buf *b, const struct seed_item *it)
{
	if (seed_has(it, SEED_ROOT_ACTIVE))
		text_time(b, seed_ago(it, SEED_STYLE, 9), "+00:00");
	else
		text_literal(b, "no_information");
}

static void
put_mfa(struct buf *b, const struct seed_item *it)
{
	text_span(b, seed_has(it, SEED_ROOT_ACTIVE) ? SPAN("false") : SPAN("true"));
}

static void
put_mfa_number(struct buf *b, const struct seed_item *it)
{
	text_span(b, seed_has(it, SEED_ROOT_ACTIVE) ? SPAN("0") : SPAN("1"));
}

static void
put_block(struct buf *b, const struct seed_item *it)
{
	if (it->account == BLOCKS_PUBLIC_ACCESS)
		seed_put_template(b, it, BLOCK);
	else
		text_literal(b, "null");
}

static void
put_users(struct buf *b, const struct seed_item *it)
{
	text_number(b, it->estate->count[it->account][SEED_USER]);
}

static void
put_roles(struct buf *b, const struct seed_item *it)
{
	text_number(b, it->estate->count[it->account][SEED_ROLE]);
}

static void
put_policies(struct buf *b, const struct seed_item *it)
{
	text_number(b, it->estate->count[it->account][SEED_POLICY]);
}

static const struct seed_slot slots[] = {
	{ "passwordpolicy", put_password_policy }, { "report", put_report }, { "rootused", put_root_used },
	{ "mfa", put_mfa }, { "mfanumber", put_mfa_number }, { "block", put_block }, { "users", put_users },
	{ "roles", put_roles }, { "policies", put_policies }, { NULL, NULL }
};

static struct seed_template templates[] = {
	[SEED_ARN] = { .text = "arn:aws:iam::$account:root" },
	[SEED_CONFIGURATION] = { .text = SEED_TEXT({
		"AccountSummary": {
			"Users": $users, "UsersQuota": 5000, "Groups": 5, "GroupsQuota": 300, "Roles": $roles,
			"RolesQuota": 1000, "Policies": $policies, "PoliciesQuota": 1500, "AccountMFAEnabled": $mfanumber,
			"AccountAccessKeysPresent": 0, "AccountSigningCertificatesPresent": 0, "MFADevices": $users,
			"MFADevicesInUse": $users, "Providers": 1, "GlobalEndpointTokenVersion": 1},
		"PasswordPolicy": $passwordpolicy $report, "AccountPublicAccessBlockConfiguration": $block,
		"RootVirtualMFADevices": [], "SecurityContact": {"Name": "Security", "Title": "Team",
			"EmailAddress": "security@example.com", "PhoneNumber": "+1 555 0100",
			"AlternateContactType": "SECURITY"},
		"OperationsContact": null, "BillingContact": null, "Organization": null
	}) },
	[PASSWORD_POLICY] = { .text = SEED_TEXT({"MinimumPasswordLength": 14, "RequireSymbols": true,
		"RequireNumbers": true, "RequireUppercaseCharacters": true, "RequireLowercaseCharacters": true,
		"AllowUsersToChangePassword": true, "ExpirePasswords": true, "MaxPasswordAge": 90,
		"PasswordReusePrevention": 24, "HardExpiry": false}) },
	[REPORT] = { .text = SEED_TEXT(, "RootCredentialReport": {"user": "<root_account>", "arn": "$arn",
		"user_creation_time": "$created", "password_enabled": "not_supported",
		"password_last_used": "$rootused", "password_last_changed": "not_supported",
		"password_next_rotation": "not_supported", "mfa_active": "$mfa", "access_key_1_active": "false",
		"access_key_1_last_rotated": "N/A", "access_key_1_last_used_date": "N/A",
		"access_key_1_last_used_region": "N/A", "access_key_1_last_used_service": "N/A",
		"access_key_2_active": "false", "access_key_2_last_rotated": "N/A",
		"access_key_2_last_used_date": "N/A", "access_key_2_last_used_region": "N/A",
		"access_key_2_last_used_service": "N/A", "cert_1_active": "false", "cert_1_last_rotated": "N/A",
		"cert_2_active": "false", "cert_2_last_rotated": "N/A"}) },
	[BLOCK] = { .text = SEED_TEXT({"BlockPublicAcls": true, "IgnorePublicAcls": true, "BlockPublicPolicy": true,
		"RestrictPublicBuckets": true}) },
};

const struct seed_kind seed_account_kind = {
	.type = "AWS::::Account", .service = "account", .calls = 10, .global = 1, .draw = draw,
	SEED_TEMPLATES(templates), .slots = slots, .unreadables = unreadables
};
