/*
 * Inventories for the bench: resource records, the same for the same arguments.
 * usage: inventory low|high|unique resources
 *	low	a dozen dates, few owners, few networks: what demonstrations are made of
 *	high	ids, dates, networks, owners and roles' policies as different as in real accounts
 *	unique	no two resources alike in any place that a policy reads, and none that a coarse read helps
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state = 88172645463325252u;
static int unique, high;
static unsigned long number;

static uint64_t
any(uint64_t below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state % below;
}

static const char *
date(void)
{
	static char text[4][40];
	static unsigned turn;
	char *t = text[turn++ % 4];

	if (high)
		snprintf(t, sizeof(text[0]), "202%d-%02d-%02dT%02d:%02d:%02d+00:00", 4 + (int)any(3), 1 + (int)any(10), 1 + (int)any(28),
		    (int)any(24), (int)any(60), (int)any(60));
	else
		snprintf(t, sizeof(text[0]), "2026-%02d-15T12:00:00+00:00", 1 + (int)any(11));
	return t;
}

/* What no coarse read makes equal: a text with an escape. */
static void
odd(void)
{
	if (unique)
		printf("\\u0078%lu", number);
}

static void
begin(const char *kind, const char *type, const char *id)
{
	printf("{\"Kind\":\"resource\",\"ARN\":\"arn:aws:%s:eu-west-1:%012d:%s/%016" PRIx64 "\",\"ResourceType\":\"%s\","
	    "\"AccountId\":\"%012d\",\"Region\":\"eu-west-1\",\"AccountService\":\"%012d_%s\",\"Source\":\"aws\","
	    "\"DescribeTime\":\"2026-11-22T20:00:00Z\",\"LastSeenAt\":\"2026-11-22T20:00:00Z\",\"Tags\":{\"Name\":\"n%lu\"",
	    kind, 111122223, id, any(UINT64_MAX), type, 111122223, 111122223, kind, number);
	if (unique || any(10) < 9) {
		printf(",\"Owner\":\"team-%d", (int)any(high ? 100000 : 12));
		odd();
		putchar('"');
	}
	printf(",\"Environment\":\"%s\"},\"Configuration\":{\"Description\":\"made for the bench, number %lu\",", any(3) ? "production" : "test",
	    number);
}

static void
bucket(void)
{
	begin("s3", "AWS::S3::Bucket", "bucket");
	printf("\"CreationDate\":\"%s\",\"Versioning\":{\"Status\":\"%s", date(), any(4) ? "Enabled" : "Suspended");
	odd();
	printf("\"},\"Encryption\":{\"Rules\":[");
	if (any(20)) {
		printf("{\"SSEAlgorithm\":\"aws:kms");
		odd();
		printf("\",\"KMSMasterKeyID\":\"%016" PRIx64 "\",\"BucketKeyEnabled\":true}", any(UINT64_MAX));
	}
	printf("]},\"PublicAccessBlockConfiguration\":{\"BlockPublicAcls\":%s,\"IgnorePublicAcls\":true,\"BlockPublicPolicy\":true,"
	    "\"RestrictPublicBuckets\":true", any(10) ? "true" : "false");
	if (unique)
		printf(",\"Seen\":%lu", number);
	printf("},\"Logging\":{");
	if (unique || any(3)) {
		printf("\"TargetBucket\":\"logs-%d", (int)any(high ? 100000 : 4));
		odd();
		printf("\",\"TargetPrefix\":\"b/%lu\"", number);
	}
	printf("},\"Ownership\":\"BucketOwnerEnforced\",\"Lifecycle\":[{\"Id\":\"expire\",\"Status\":\"Enabled\",\"Days\":365}]}}\n");
}

static void
instance(void)
{
	int i, n = 1 + (int)any(3);

	begin("ec2", "AWS::EC2::Instance", "instance");
	printf("\"InstanceType\":\"m5.large\",\"LaunchTime\":\"%s\",\"State\":{\"Code\":16,\"Name\":\"running\"},\"MetadataOptions\":{"
	    "\"HttpTokens\":\"%s", date(), any(3) ? "required" : "optional");
	odd();
	printf("\",\"HttpEndpoint\":\"enabled\"},\"Volumes\":[");
	for (i = 0; i < n; i++) {
		printf("%s{\"VolumeId\":\"vol-%016" PRIx64, i ? "," : "", any(UINT64_MAX));
		odd();
		printf("\",\"Size\":%d,\"Encrypted\":%s}", 8 << any(8), any(6) ? "true" : "false");
	}
	printf("],\"PrivateIpAddress\":\"10.%d.%d.%d\",\"SubnetId\":\"subnet-%08x\"}}\n", (int)any(256), (int)any(256), (int)any(256),
	    (unsigned)any(1u << 31));
}

static void
user(void)
{
	int i, n = (int)any(3);

	begin("iam", "AWS::IAM::User", "user");
	printf("\"CreateDate\":\"%s\",\"AccessKeys\":[", date());
	for (i = 0; i < n || (unique && i == 0); i++) {
		printf("%s{\"AccessKeyId\":\"AK%014" PRIx64, i ? "," : "", any(UINT64_MAX) >> 8);
		odd();
		printf("\",\"Status\":\"Active\",\"CreateDate\":\"%s\",\"LastUsedDate\":\"%s\"}", date(), date());
	}
	printf("],\"LoginProfile\":");
	if (any(2))
		printf("{\"CreateDate\":\"%s\"}", date());
	else
		printf("null");
	printf(",\"MFADevices\":[");
	if (unique || any(3)) {
		printf("{\"SerialNumber\":\"arn:aws:iam::111122223333:mfa/u%lu", number);
		odd();
		printf("\",\"EnableDate\":\"%s\"}", date());
	}
	printf("],\"Groups\":[\"developers\",\"group-%d\"],\"Path\":\"/\"}}\n", (int)any(40));
}

static void
database(void)
{
	begin("rds", "AWS::RDS::DBInstance", "db");
	printf("\"Engine\":\"postgres\",\"EngineVersion\":\"16.%d\",\"PubliclyAccessible\":%s,\"StorageEncrypted\":%s,\"AllocatedStorage\":%d,"
	    "\"InstanceCreateTime\":\"%s\",\"Endpoint\":{\"Address\":\"db%lu.example.com\",\"Port\":5432},\"BackupRetentionPeriod\":%d}}\n",
	    (int)any(5), any(8) ? "false" : "true", any(8) ? "true" : "false", 20 << any(6), date(), number, (int)any(35));
}

static void
group(void)
{
	static const int ports[] = { 22, 80, 443, 5432, 8080 };
	int i, n = 1 + (int)any(high ? 5 : 2);

	begin("ec2", "AWS::EC2::SecurityGroup", "security-group");
	printf("\"VpcId\":\"vpc-%08x\",\"IpPermissions\":[", (unsigned)any(1u << 31));
	for (i = 0; i < n; i++) {
		printf("%s{\"IpProtocol\":\"tcp\",\"FromPort\":%d,\"ToPort\":%d,\"CidrIp\":\"", i ? "," : "",
		    unique ? (int)(number % 65536) : ports[any(5)], ports[any(5)]);
		if (any(8) == 0)
			printf("0.0.0.0/0\"");
		else if (high)
			printf("10.%d.%d.0/24\"", (int)any(256), (int)any(256));
		else
			printf("10.0.0.0/8\"");
		printf(",\"Description\":\"rule %d of %lu\"}", i, number);
	}
	printf("],\"IpPermissionsEgress\":[{\"IpProtocol\":\"-1\",\"CidrIp\":\"0.0.0.0/0\"}]}}\n");
}

static void
role(void)
{
	int i, n = 1 + (int)any(3);

	begin("iam", "AWS::IAM::Role", "role");
	printf("\"CreateDate\":\"%s\",\"MaxSessionDuration\":3600,\"AttachedPolicies\":[", date());
	for (i = 0; i < n; i++) {
		if (!unique && any(30) == 0)
			printf("%s{\"PolicyName\":\"AdministratorAccess\",\"PolicyArn\":\"arn:aws:iam::aws:policy/AdministratorAccess\"}",
			    i ? "," : "");
		else {
			printf("%s{\"PolicyName\":\"policy-%d", i ? "," : "", (int)any(high ? 1000000 : 20));
			odd();
			printf("\",\"PolicyArn\":\"arn:aws:iam::111122223333:policy/p%d\"}", (int)any(1000));
		}
	}
	printf("],\"AssumeRolePolicyDocument\":{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
	    "\"lambda.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}}}\n");
}

int
main(int argc, char **argv)
{
	static void (*const kinds[])(void) = { bucket, instance, user, database, group, role };
	unsigned long n;

	if (argc != 3)
		return 3;
	unique = strcmp(argv[1], "unique") == 0;
	high = unique || strcmp(argv[1], "high") == 0;
	n = strtoul(argv[2], NULL, 10);
	for (number = 1; number <= n; number++)
		kinds[any(sizeof(kinds) / sizeof(*kinds))]();
	return ferror(stdout) || fflush(stdout) ? 3 : 0;
}
