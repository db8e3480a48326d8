/*
 * A made-up AWS on loopback, fast enough to measure a client by: one process, one event loop, answers made as they are
 * asked for.  It has buckets (s3), users (iam), tables (dynamodb), functions (lambda) and volumes (ec2), as many of
 * each as wanted, and tells the truth about each by its number, so that an answer that got lost, doubled or mixed up
 * shows.  Every list is paged.
 *
 *	cloud port=FILE [name=value ...]
 *
 *	port=FILE	where the port is written once it listens
 *	items=N		of each kind (1000); or buckets=, users=, tables=, functions=, volumes=
 *	page=N		items of a page at most, whatever the client asks for (1000)
 *	latency=MS	before each answer (0)
 *	rate=N		more calls a second than this, of one service in one region, are throttled (0: none are)
 *	burst=N		what may be saved up of it (N: a second's worth)
 *	faults=PERCENT	of calls get one of kinds= in place of their answer
 *	kinds=a,b	500 503 (of AWS), html (500 by a proxy), html404, nocode (400 without a body), 501, unknown
 *			(operation), cut (half of the body, then closed), reset (of the connection), drip (whole, in small pieces over a third of a second),
 *			stall (half, then nothing), hang (nothing), big (no end to it), empty (200 without a body)
 *	only=TEXT	faults and throttling only for operations that have TEXT in their name
 *	after=N		no faults in the first N of them (0)
 *	retry_after=S	this header in what is throttled
 *	seed=N		of the choice of faults (1)
 *	log=FILE	"milliseconds service region operation subject outcome" for each call
 *	life=SECONDS	after which it ends itself (600)
 *
 * GetCallerIdentity is neither throttled nor counted.  GET /_counts tells calls, outcomes and connections as JSON.
 */
#define _GNU_SOURCE	/* ppoll, memmem */
#include <arpa/inet.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "buf.h"
#include "percent.h"

enum { CONNS = 2048, SCOPES = 256, REQUEST_MOST = 1 << 20, DRIP_PIECES = 10, DRIP_US = 33 * 1000 };

enum fault { NONE, F500, F503, HTML, HTML404, NOCODE, F501, UNKNOWN, CUT, RESET, DRIP, STALL, HANG, BIG, EMPTY, FAULTS };
static const char *const fault_names[FAULTS] = {
	"ok", "500", "503", "html", "html404", "nocode", "501", "unknown", "cut", "reset", "drip", "stall", "hang", "big", "empty"
};

/* What may be set from outside, besides texts. */
enum setting { ITEMS, BUCKETS, USERS, TABLES, FUNCTIONS, VOLUMES, PAGE, LATENCY, RATE, BURST, FAULT_SHARE, AFTER,
	RETRY_AFTER, SEED, LIFE, SETTINGS };
static const char *const setting_names[SETTINGS] = {
	"items", "buckets", "users", "tables", "functions", "volumes", "page", "latency", "rate", "burst", "faults", "after",
	"retry_after", "seed", "life"
};
static double settings[SETTINGS] = { [ITEMS] = 1000, [BUCKETS] = -1, [USERS] = -1, [TABLES] = -1, [FUNCTIONS] = -1,
	[VOLUMES] = -1, [PAGE] = 1000, [BURST] = -1, [SEED] = 1, [LIFE] = 600 };
static const char *port_file, *only = "", *kinds = "500,503,cut,reset,drip";
static FILE *log_file;
static enum fault chosen[FAULTS];
static size_t nchosen;

struct conn {
	int fd;			/* -1: free */
	struct buf in, out;
	size_t sent;
	long long due_us;	/* when the answer, or its next piece, goes out; 0: there is none */
	size_t piece;		/* bytes of a piece; 0: all at once */
	int then;		/* when all is sent: 0 keep the connection, 1 close it, 2 wait for ever */
	int endless;
};

/* One service in one region: what may be asked of it. */
struct scope {
	char name[96];
	double tokens;
	long long filled_us;
};

struct call {
	char service[32], region[32], operation[64];
	struct buf subject;	/* the name of what is asked about, decoded */
	struct buf query;	/* of the address, or the form of the body, as it came */
	struct span body;
};

struct answer {
	int status;
	const char *type;
	struct buf body;
	char headers[128];
};

static struct conn conns[CONNS];
static struct pollfd polls[CONNS + 1];
static struct scope scopes[SCOPES];
static size_t nscopes;
static unsigned long long outcomes[FAULTS], throttled, calls, liable, connections;
static unsigned random_state;
static long long start_us;

static long long
now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static unsigned
next_random(void)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 17;
	return random_state ^= random_state << 5;
}

static long
items_of(enum setting kind)
{
	return (long)(settings[kind] < 0 ? settings[ITEMS] : settings[kind]);
}

/* The value of name in a query or form, decoded, into value; 0 if it is not there. */
static int
parameter(const struct call *c, const char *name, struct buf *value)
{
	const char *at = c->query.data ? c->query.data : "";
	size_t len = strlen(name), end;

	buf_clear(value);
	for (; *at; at += end + (at[end] == '&')) {
		end = strcspn(at, "&");
		if (strncmp(at, name, len) || (at[len] != '=' && len != end))
			continue;
		percent_decode(value, (struct span){ at + len + (len < end), end - len - (len < end) });
		buf_adds(value, "");
		return 1;
	}
	return 0;
}

/* The text behind "name": in a JSON body; 0 if it is not there. */
static int
json_text(const struct call *c, const char *name, struct buf *value)
{
	struct buf key = {0};
	const char *at, *end = c->body.at + c->body.len;

	buf_clear(value);
	buf_addf(&key, "\"%s\":\"", name);
	at = c->body.len ? memmem(c->body.at, c->body.len, key.data, key.len) : NULL;
	if (at) {
		at += key.len;
		buf_add(value, at, (size_t)((char *)memchr(at, '"', (size_t)(end - at)) - at));
	}
	buf_free(&key);
	return at != NULL;
}

/* Which items a page has: from *first, until before what is returned. */
static long
page_end(const char *token, long n, long asked, long *first)
{
	long most = (long)settings[PAGE];

	*first = token && *token ? strtol(token + strcspn(token, "0123456789"), NULL, 10) : 0;
	if (asked > 0 && asked < most)
		most = asked;
	return n - *first < most ? n : *first + most;
}

static long
number_of(const struct call *c)
{
	const char *digits = c->subject.data ? strpbrk(c->subject.data, "0123456789") : NULL;

	return digits ? strtol(digits, NULL, 10) : -1;
}

static void
refuse_xml(struct answer *a, int status, const char *code)
{
	a->status = status;
	a->type = "text/xml";
	buf_clear(&a->body);
	buf_addf(&a->body, "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>made up</Message></Error>"
	    "<RequestId>r-1</RequestId></ErrorResponse>", code);
}

/* An error in the form that the service speaks. */
static void
refuse(const struct call *c, struct answer *a, int status, const char *code)
{
	refuse_xml(a, status, code);
	if (!strcmp(c->service, "s3")) {
		buf_clear(&a->body);
		buf_addf(&a->body, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>made up</Message>"
		    "<RequestId>r-1</RequestId></Error>", code);
	} else if (!strcmp(c->service, "ec2")) {
		buf_clear(&a->body);
		buf_addf(&a->body, "<Response><Errors><Error><Code>%s</Code><Message>made up</Message></Error></Errors>"
		    "<RequestID>r-1</RequestID></Response>", code);
	} else if (!strcmp(c->service, "dynamodb") || !strcmp(c->service, "lambda")) {
		a->type = "application/x-amz-json-1.0";
		buf_clear(&a->body);
		buf_addf(&a->body, "{\"__type\":\"com.amazonaws#%s\",\"message\":\"made up\"}", code);
	}
}

static void
list_buckets(const struct call *c, struct answer *a)
{
	struct buf token = {0}, most = {0};
	long i, first, end, n = items_of(BUCKETS);

	parameter(c, "continuation-token", &token);
	parameter(c, "max-buckets", &most);
	end = page_end(token.data, n, most.len ? atol(most.data) : 0, &first);
	buf_adds(&a->body, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListAllMyBucketsResult xmlns=\"http://s3.amazonaws.com/"
	    "doc/2006-03-01/\"><Owner><ID>o1</ID></Owner><Buckets>");
	for (i = first; i < end; i++)
		buf_addf(&a->body, "<Bucket><Name>bucket-%06ld</Name><CreationDate>2026-01-02T03:04:05.000Z</CreationDate>"
		    "<BucketRegion>%s</BucketRegion></Bucket>", i, c->region);
	buf_adds(&a->body, "</Buckets>");
	if (end < n)
		buf_addf(&a->body, "<ContinuationToken>t+%ld/=</ContinuationToken>", end);
	buf_adds(&a->body, "</ListAllMyBucketsResult>");
	buf_free(&token);
	buf_free(&most);
}

/* What a bucket says of itself, by the word in the address; its number shows in half of them. */
static const struct detail {
	const char *word, *operation, *body;	/* %ld: the number; !: the code of "not configured" */
} details[] = {
	{ "location", "GetBucketLocation", "<LocationConstraint>eu-west-1</LocationConstraint>" },
	{ "publicAccessBlock", "GetPublicAccessBlock", "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls>"
	    "<IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true"
	    "</RestrictPublicBuckets></PublicAccessBlockConfiguration>" },
	{ "versioning", "GetBucketVersioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>" },
	{ "encryption", "GetBucketEncryption", "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>"
	    "<SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>key-%ld</KMSMasterKeyID>"
	    "</ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>" },
	{ "tagging", "GetBucketTagging", "<Tagging><TagSet><Tag><Key>Number</Key><Value>%ld</Value></Tag></TagSet></Tagging>" },
	{ "policyStatus", "GetBucketPolicyStatus", "<PolicyStatus><IsPublic>false</IsPublic></PolicyStatus>" },
	{ "policy", "GetBucketPolicy", "{\"Version\":\"2012-10-17\",\"Id\":\"p%ld\",\"Statement\":[]}" },
	{ "acl", "GetBucketAcl", "<AccessControlPolicy><Owner><ID>o%ld</ID></Owner><AccessControlList/></AccessControlPolicy>" },
	{ "ownershipControls", "GetBucketOwnershipControls", "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced"
	    "</ObjectOwnership></Rule></OwnershipControls>" },
	{ "logging", "GetBucketLogging", "<BucketLoggingStatus><LoggingEnabled><TargetBucket>logs</TargetBucket>"
	    "<TargetPrefix>p%ld</TargetPrefix></LoggingEnabled></BucketLoggingStatus>" },
	{ "replication", "GetBucketReplication", "!ReplicationConfigurationNotFoundError" },
	{ "website", "GetBucketWebsite", "!NoSuchWebsiteConfiguration" },
	{ "lifecycle", "GetBucketLifecycleConfiguration", "!NoSuchLifecycleConfiguration" },
	{ "object-lock", "GetObjectLockConfiguration", "!ObjectLockConfigurationNotFoundError" },
	{ "cors", "GetBucketCors", "!NoSuchCORSConfiguration" },
	{ "notification", "GetBucketNotificationConfiguration", "<NotificationConfiguration/>" },
};

static void
add_numbered(struct buf *body, const char *text, long number)
{
	const char *at = strstr(text, "%ld");

	buf_add(body, text, at ? (size_t)(at - text) : strlen(text));
	if (at)
		buf_addf(body, "%ld%s", number, at + 3);
}

static void
answer_s3(struct call *c, struct answer *a)
{
	size_t i;

	if (!strcmp(c->operation, "ListBuckets")) {
		list_buckets(c, a);
		return;
	}
	for (i = 0; i < sizeof(details) / sizeof(*details); i++)
		if (!strcmp(c->operation, details[i].operation))
			break;
	if (i == sizeof(details) / sizeof(*details))
		refuse(c, a, 400, "NotImplemented");
	else if (c->subject.len && (number_of(c) < 0 || number_of(c) >= items_of(BUCKETS)))
		refuse(c, a, 404, "NoSuchBucket");
	else if (*details[i].body == '!')
		refuse(c, a, 404, details[i].body + 1);
	else
		add_numbered(&a->body, details[i].body, number_of(c));
}

static void
answer_iam(const struct call *c, struct answer *a)
{
	struct buf token = {0}, most = {0};
	long i, first, end, n = items_of(USERS);
	static const char user[] = "<UserName>user-%06ld</UserName><UserId>AIDA%ld</UserId><Path>/</Path>"
	    "<Arn>arn:aws:iam::111122223333:user/user-%06ld</Arn><CreateDate>2026-01-02T03:04:05Z</CreateDate>";

	if (!strcmp(c->operation, "GetUser")) {
		buf_adds(&a->body, "<GetUserResponse><GetUserResult><User>");
		buf_addf(&a->body, user, number_of(c), number_of(c), number_of(c));
		buf_addf(&a->body, "<Tags><member><Key>Number</Key><Value>%ld</Value></member></Tags></User></GetUserResult>"
		    "</GetUserResponse>", number_of(c));
		return;
	}
	if (strcmp(c->operation, "ListUsers")) {
		refuse(c, a, 400, "InvalidAction");
		return;
	}
	parameter(c, "Marker", &token);
	parameter(c, "MaxItems", &most);
	end = page_end(token.data, n, most.len ? atol(most.data) : 0, &first);
	buf_adds(&a->body, "<ListUsersResponse><ListUsersResult><Users>");
	for (i = first; i < end; i++) {
		buf_adds(&a->body, "<member>");
		buf_addf(&a->body, user, i, i, i);
		buf_adds(&a->body, "</member>");
	}
	buf_addf(&a->body, "</Users><IsTruncated>%s</IsTruncated>", end < n ? "true" : "false");
	if (end < n)
		buf_addf(&a->body, "<Marker>m&amp;%ld</Marker>", end);
	buf_adds(&a->body, "</ListUsersResult></ListUsersResponse>");
	buf_free(&token);
	buf_free(&most);
}

static void
answer_ec2(const struct call *c, struct answer *a)
{
	struct buf token = {0}, most = {0};
	long i, first, end, n = items_of(VOLUMES);

	if (strcmp(c->operation, "DescribeVolumes")) {
		refuse(c, a, 400, "InvalidAction");
		return;
	}
	parameter(c, "NextToken", &token);
	parameter(c, "MaxResults", &most);
	end = page_end(token.data, n, most.len ? atol(most.data) : 0, &first);
	buf_adds(&a->body, "<DescribeVolumesResponse><volumeSet>");
	for (i = first; i < end; i++)
		buf_addf(&a->body, "<item><volumeId>vol-%06ld</volumeId><size>%ld</size><encrypted>true</encrypted>"
		    "<status>in-use</status><createTime>2026-01-02T03:04:05.000Z</createTime></item>", i, i % 100 + 1);
	buf_adds(&a->body, "</volumeSet>");
	if (end < n)
		buf_addf(&a->body, "<nextToken>t%ld</nextToken>", end);
	buf_adds(&a->body, "</DescribeVolumesResponse>");
	buf_free(&token);
	buf_free(&most);
}

static void
answer_dynamodb(const struct call *c, struct answer *a)
{
	struct buf token = {0};
	long i, first, end, n = items_of(TABLES);

	a->type = "application/x-amz-json-1.0";
	if (!strcmp(c->operation, "DescribeTable")) {
		buf_addf(&a->body, "{\"Table\":{\"TableName\":\"table-%06ld\",\"TableStatus\":\"ACTIVE\",\"ItemCount\":%ld,"
		    "\"CreationDateTime\":1767323045.5}}", number_of(c), number_of(c));
	} else if (!strcmp(c->operation, "ListTables")) {
		if (json_text(c, "ExclusiveStartTableName", &token))
			buf_addc(&token, ' ');
		end = page_end(token.data, n, 100, &first);
		first += token.len > 0;		/* the token is the last name of the page before */
		end = token.len && end < n ? end + 1 : end;
		buf_adds(&a->body, "{\"TableNames\":[");
		for (i = first; i < end; i++)
			buf_addf(&a->body, "%s\"table-%06ld\"", i > first ? "," : "", i);
		buf_adds(&a->body, "]");
		if (end < n)
			buf_addf(&a->body, ",\"LastEvaluatedTableName\":\"table-%06ld\"", end - 1);
		buf_adds(&a->body, "}");
	} else {
		refuse(c, a, 400, "UnknownOperationException");
	}
	buf_free(&token);
}

static void
answer_lambda(const struct call *c, struct answer *a)
{
	struct buf token = {0};
	long i, first, end, n = items_of(FUNCTIONS);

	a->type = "application/json";
	if (strcmp(c->operation, "ListFunctions")) {
		refuse(c, a, 404, "UnknownOperationException");
		return;
	}
	parameter(c, "Marker", &token);
	end = page_end(token.data, n, 50, &first);
	buf_adds(&a->body, "{\"Functions\":[");
	for (i = first; i < end; i++)
		buf_addf(&a->body, "%s{\"FunctionName\":\"function-%06ld\",\"FunctionArn\":\"arn:aws:lambda:%s:111122223333:function:"
		    "function-%06ld\",\"MemorySize\":128}", i > first ? "," : "", i, c->region, i);
	buf_adds(&a->body, "]");
	if (end < n)
		buf_addf(&a->body, ",\"NextMarker\":\"n%ld\"", end);
	buf_adds(&a->body, "}");
	buf_free(&token);
}

static void
answer_sts(const struct call *c, struct answer *a)
{
	(void)c;
	buf_adds(&a->body, "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/ops</Arn>"
	    "<UserId>AIDA</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
}

static void
answer(struct call *c, struct answer *a)
{
	*a = (struct answer){ .status = 200, .type = "text/xml" };
	if (!strcmp(c->operation, "GetCallerIdentity"))
		answer_sts(c, a);
	else if (!strcmp(c->service, "s3"))
		answer_s3(c, a);
	else if (!strcmp(c->service, "iam"))
		answer_iam(c, a);
	else if (!strcmp(c->service, "ec2"))
		answer_ec2(c, a);
	else if (!strcmp(c->service, "dynamodb"))
		answer_dynamodb(c, a);
	else if (!strcmp(c->service, "lambda"))
		answer_lambda(c, a);
	else
		refuse(c, a, 400, "InvalidAction");
}

/* One header of a request, or NULL; it ends at "\r". */
static const char *
header(const char *head, const char *name)
{
	size_t len = strlen(name);
	const char *line;

	for (line = strstr(head, "\r\n"); line && line[2] != '\r'; line = strstr(line + 2, "\r\n"))
		if (!strncasecmp(line + 2, name, len) && line[2 + len] == ':')
			return line + 2 + len + 1 + strspn(line + 2 + len + 1, " ");
	return NULL;
}

/* Copies until one of the bytes of end, as much as there is room for. */
static void
copy_until(char *to, size_t room, const char *from, const char *end)
{
	size_t len = strcspn(from, end);

	snprintf(to, room, "%.*s", (int)len, from);
}

/* The scope of the signature: .../20260102/REGION/SERVICE/aws4_request. */
static void
read_scope(const char *head, struct call *c)
{
	const char *at = header(head, "Authorization");

	at = at ? strstr(at, "Credential=") : NULL;
	at = at ? strchr(at, '/') : NULL;
	at = at ? strchr(at + 1, '/') : NULL;
	if (!at)
		return;
	copy_until(c->region, sizeof(c->region), at + 1, "/");
	at = strchr(at + 1, '/');
	copy_until(c->service, sizeof(c->service), at ? at + 1 : "", "/");
}

static void
read_s3(const char *path, struct call *c)
{
	size_t i, len = strcspn(path, "? ");
	struct buf value = {0};

	percent_decode(&c->subject, (struct span){ path + 1, len - 1 });
	if (c->subject.len && c->subject.data[c->subject.len - 1] == '/')
		c->subject.data[--c->subject.len] = '\0';
	strcpy(c->operation, c->subject.len ? "GetBucket" : "ListBuckets");
	if (strstr(path, "/configuration/publicAccessBlock")) {
		strcpy(c->operation, "GetPublicAccessBlock");
		buf_clear(&c->subject);
	}
	for (i = 0; i < sizeof(details) / sizeof(*details) && c->subject.len; i++)
		if (parameter(c, details[i].word, &value))
			strcpy(c->operation, details[i].operation);
	buf_free(&value);
}

/* What is asked.  head is a C string. */
static void
read_call(const char *head, struct span body, struct call *c)
{
	const char *path = strchr(head, ' ') + 1, *target = header(head, "X-Amz-Target"), *question;
	struct buf value = {0};
	size_t len = strcspn(path, " ");

	*c = (struct call){ .body = body };
	buf_adds(&c->subject, "");
	read_scope(head, c);
	question = memchr(path, '?', len);
	if (question)
		buf_add(&c->query, question + 1, len - (size_t)(question + 1 - path));
	else
		buf_addspan(&c->query, body);
	if (target) {
		copy_until(c->operation, sizeof(c->operation), strchr(target, '.') ? strchr(target, '.') + 1 : target, "\r");
		if (json_text(c, "TableName", &value))
			buf_addspan(&c->subject, buf_span(&value));
	} else if (!strcmp(c->service, "s3")) {
		read_s3(path, c);
	} else if (!strcmp(c->service, "lambda")) {
		strcpy(c->operation, strstr(path, "/functions/") == path + 11 && path[22] != ' ' && path[22] != '?' ?
		    "GetFunction" : "ListFunctions");
	} else {
		if (parameter(c, "Action", &value))
			copy_until(c->operation, sizeof(c->operation), value.data, "");
		if (parameter(c, "UserName", &value))
			buf_addspan(&c->subject, buf_span(&value));
	}
	buf_free(&value);
}

/* Takes a token of the call's service in its region; 0 if there is none left. */
static int
may_pass(const struct call *c, long long now)
{
	double burst = settings[BURST] < 0 ? settings[RATE] : settings[BURST];
	char name[96];
	size_t i;

	snprintf(name, sizeof(name), "%s %s", c->service, c->region);
	for (i = 0; i < nscopes && strcmp(scopes[i].name, name); i++)
		;
	if (i == SCOPES)
		errx(3, "too many services and regions");
	if (i == nscopes) {
		nscopes++;
		strcpy(scopes[i].name, name);
		scopes[i].tokens = burst;
		scopes[i].filled_us = now;
	}
	scopes[i].tokens += settings[RATE] * (double)(now - scopes[i].filled_us) / 1e6;
	scopes[i].filled_us = now;
	if (scopes[i].tokens > burst)
		scopes[i].tokens = burst;
	if (scopes[i].tokens < 1)
		return 0;
	scopes[i].tokens--;
	return 1;
}

static enum fault
choose_fault(const struct call *c)
{
	if (!nchosen || !strstr(c->operation, only) || ++liable <= settings[AFTER] ||
	    next_random() % 10000 >= settings[FAULT_SHARE] * 100)
		return NONE;
	return chosen[next_random() % nchosen];
}

/* How a service says that it is asked too fast. */
static void
throttle(const struct call *c, struct answer *a)
{
	buf_clear(&a->body);
	if (!strcmp(c->service, "s3"))
		refuse(c, a, 503, "SlowDown");
	else if (!strcmp(c->service, "ec2"))
		refuse(c, a, 503, "RequestLimitExceeded");
	else if (!strcmp(c->service, "lambda"))
		refuse(c, a, 429, "TooManyRequestsException");
	else
		refuse(c, a, 400, !strcmp(c->service, "dynamodb") ? "ThrottlingException" : "Throttling");
	if (settings[RETRY_AFTER] > 0)
		snprintf(a->headers, sizeof(a->headers), "Retry-After: %d\r\n", (int)settings[RETRY_AFTER]);
}

static void
apply_fault(const struct call *c, enum fault fault, struct answer *a)
{
	if (fault == F500)
		refuse(c, a, 500, "InternalError");
	else if (fault == F503)
		refuse(c, a, 503, "ServiceUnavailable");
	else if (fault == UNKNOWN)
		refuse(c, a, 400, "UnknownOperationException");
	else if (fault == F501)
		refuse(c, a, 501, "InternalFailure");
	if (fault == HTML || fault == HTML404 || fault == EMPTY || fault == NOCODE)
		buf_clear(&a->body);
	if (fault == NOCODE)
		a->status = 400;
	if (fault == HTML || fault == HTML404) {
		a->status = fault == HTML ? 500 : 404;
		a->type = "text/html";
		buf_adds(&a->body, "<!doctype html>\n<title>Sorry</title>\n<p>An error<br>occurred.");
	}
}

/* Puts the answer into the connection, to be sent when it is due. */
static void
queue_answer(struct conn *n, struct answer *a, enum fault fault, long long due)
{
	size_t head;

	buf_clear(&n->out);
	buf_addf(&n->out, "HTTP/1.1 %d Made up\r\nContent-Type: %s\r\nx-amz-request-id: r-1\r\n%sContent-Length: %zu\r\n\r\n",
	    a->status, a->type, a->headers, fault == BIG ? (size_t)1 << 40 : a->body.len);
	head = n->out.len;
	buf_addspan(&n->out, buf_span(&a->body));
	n->sent = n->piece = 0;
	n->then = fault == CUT ? 1 : fault == STALL ? 2 : 0;
	n->endless = fault == BIG;
	n->due_us = due;
	if (fault == CUT || fault == STALL)
		n->out.len = head + a->body.len / 2;
	if (fault == DRIP)
		n->piece = n->out.len / DRIP_PIECES + 1;
}

static void
close_conn(struct conn *n, int reset)
{
	const struct linger hard = { .l_onoff = 1, .l_linger = 0 };

	if (reset)
		setsockopt(n->fd, SOL_SOCKET, SO_LINGER, &hard, sizeof(hard));
	close(n->fd);
	n->fd = -1;
	n->due_us = 0;
	buf_free(&n->in);
	buf_free(&n->out);
}

static void
tell_counts(struct conn *n, long long now)
{
	struct answer a = { .status = 200, .type = "application/json" };
	int i;

	buf_addf(&a.body, "{\"Calls\":%llu,\"Throttled\":%llu,\"Connections\":%llu", calls, throttled, connections);
	for (i = 0; i < FAULTS; i++)
		buf_addf(&a.body, ",\"%s\":%llu", fault_names[i], outcomes[i]);
	buf_adds(&a.body, "}\n");
	queue_answer(n, &a, NONE, now);
	buf_free(&a.body);
}

static void
respond(struct conn *n, const char *head, struct span body)
{
	long long now = now_us();
	enum fault fault = NONE;
	struct answer a;
	struct call c;
	int own, slow = 0;

	if (!strncmp(head, "GET /_counts ", 13)) {
		tell_counts(n, now);
		return;
	}
	read_call(head, body, &c);
	own = !strcmp(c.operation, "GetCallerIdentity");
	answer(&c, &a);
	calls += !own;
	if (!own && settings[RATE] > 0 && strstr(c.operation, only) && !may_pass(&c, now)) {
		slow = 1;
		throttled++;
		throttle(&c, &a);
	} else if (!own) {
		fault = choose_fault(&c);
		outcomes[fault]++;
		apply_fault(&c, fault, &a);
	}
	if (log_file && !own)
		fprintf(log_file, "%.3f %s %s %s %s %s\n", (double)(now - start_us) / 1000, c.service, c.region, c.operation,
		    c.subject.len ? c.subject.data : "-", slow ? "throttled" : fault_names[fault]);
	if (fault == RESET)
		close_conn(n, 1);
	else if (fault != HANG)
		queue_answer(n, &a, fault, now + (long long)(settings[LATENCY] * 1000) + 1);
	buf_free(&a.body);
	buf_free(&c.subject);
	buf_free(&c.query);
}

/* Answers the request that has come whole, if one has. */
static void
take_request(struct conn *n)
{
	struct buf head = {0};
	const char *end, *length;
	size_t len, body;

	if (n->due_us || !n->in.len || !(end = memmem(n->in.data, n->in.len, "\r\n\r\n", 4)))
		return;
	len = (size_t)(end - n->in.data) + 4;
	buf_add(&head, n->in.data, len);
	length = header(head.data, "Content-Length");
	body = length ? (size_t)atol(length) : 0;
	if (n->in.len - len >= body && strchr(head.data, ' ')) {
		respond(n, head.data, (struct span){ n->in.data + len, body });
		if (n->fd >= 0) {
			memmove(n->in.data, n->in.data + len + body, n->in.len - len - body);
			n->in.len -= len + body;
		}
	}
	buf_free(&head);
}

static void
receive(struct conn *n)
{
	ssize_t got;

	buf_reserve(&n->in, 16384);
	got = read(n->fd, n->in.data + n->in.len, 16384);
	if (got <= 0 || n->in.len > REQUEST_MOST) {
		if (got < 0 && errno == EAGAIN)
			return;
		close_conn(n, 0);
		return;
	}
	n->in.len += (size_t)got;
	n->in.data[n->in.len] = '\0';
	take_request(n);
}

/* Sends what is due. */
static void
transmit(struct conn *n, long long now)
{
	size_t most = n->out.len - n->sent;
	ssize_t put;

	if (n->piece && n->piece < most)
		most = n->piece;
	put = send(n->fd, n->out.data + n->sent, most, MSG_NOSIGNAL);
	if (put < 0 && errno != EAGAIN) {
		close_conn(n, 0);
		return;
	}
	n->sent += put > 0 ? (size_t)put : 0;
	if (n->sent < n->out.len) {
		n->due_us = n->piece ? now + DRIP_US : now + 1000;
		return;
	}
	if (n->endless) {
		n->sent = n->out.len > 4096 ? n->out.len - 4096 : 0;
		return;
	}
	n->due_us = 0;
	if (n->then == 1)
		close_conn(n, 0);
	else if (n->then == 0)
		take_request(n);
}

static void
take_connection(int listener)
{
	static const int on = 1;
	size_t i;
	int fd;

	while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
		for (i = 0; i < CONNS && conns[i].fd >= 0; i++)
			;
		if (i == CONNS) {
			close(fd);
			return;
		}
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
		conns[i] = (struct conn){ .fd = fd };
		connections++;
	}
}

/* One turn of the loop. */
static void
turn(int listener, long long end)
{
	struct timespec wait;
	long long now = now_us(), next = end;
	size_t i, slots[CONNS], n = 0;

	polls[0] = (struct pollfd){ .fd = listener, .events = POLLIN };
	for (i = 0; i < CONNS; i++) {
		if (conns[i].fd < 0)
			continue;
		if (conns[i].due_us && conns[i].due_us < next)
			next = conns[i].due_us;
		slots[n++] = i;
		polls[n] = (struct pollfd){ .fd = conns[i].fd, .events = POLLIN };
	}
	next = next > now ? next - now : 0;
	wait = (struct timespec){ next / 1000000, next % 1000000 * 1000 };
	if (ppoll(polls, n + 1, &wait, NULL) < 0 && errno != EINTR)
		err(3, "poll");
	for (i = 0; i < n; i++)
		if (polls[i + 1].revents)
			receive(&conns[slots[i]]);
	now = now_us();
	for (i = 0; i < n; i++)
		if (conns[slots[i]].fd >= 0 && conns[slots[i]].due_us && conns[slots[i]].due_us <= now)
			transmit(&conns[slots[i]], now);
	if (polls[0].revents)
		take_connection(listener);
}

static void
choose_kinds(void)
{
	const char *at;
	size_t len;
	int i;

	for (at = kinds; *at; at += len + (at[len] == ',')) {
		len = strcspn(at, ",");
		for (i = 1; i < FAULTS; i++)
			if (strlen(fault_names[i]) == len && !strncmp(at, fault_names[i], len))
				break;
		if (i == FAULTS || nchosen == FAULTS)
			errx(3, "kinds: %s", at);
		chosen[nchosen++] = (enum fault)i;
	}
}

static void
read_setting(const char *text)
{
	size_t i, len = strcspn(text, "=");

	if (!text[len])
		errx(3, "%s: not name=value", text);
	if (!strncmp(text, "port=", 5))
		port_file = text + 5;
	else if (!strncmp(text, "only=", 5))
		only = text + 5;
	else if (!strncmp(text, "kinds=", 6))
		kinds = text + 6;
	else if (!strncmp(text, "log=", 4)) {
		if (!(log_file = fopen(text + 4, "we")))
			err(3, "%s", text + 4);
		setvbuf(log_file, NULL, _IOLBF, 0);
	} else {
		for (i = 0; i < SETTINGS; i++)
			if (strlen(setting_names[i]) == len && !strncmp(text, setting_names[i], len))
				break;
		if (i == SETTINGS)
			errx(3, "%s: no such setting", text);
		settings[i] = strtod(text + len + 1, NULL);
	}
}

static int
open_listener(void)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(at);
	struct buf new = {0};
	FILE *f;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof(at)) || listen(fd, 1024) ||
	    getsockname(fd, (struct sockaddr *)&at, &len))
		err(3, "listen");
	buf_addf(&new, "%s.new", port_file);
	if (!(f = fopen(new.data, "we")) || fprintf(f, "%d\n", ntohs(at.sin_port)) < 0 || fclose(f) ||
	    rename(new.data, port_file))
		err(3, "%s", port_file);
	buf_free(&new);
	return fd;
}

static volatile sig_atomic_t ended;

static void
on_signal(int number)
{
	ended = number;
}

int
main(int argc, char **argv)
{
	struct sigaction action = { .sa_handler = on_signal };
	long long end;
	int i, listener;

	for (i = 1; i < argc; i++)
		read_setting(argv[i]);
	if (!port_file)
		errx(3, "usage: cloud port=FILE [name=value ...]");
	choose_kinds();
	random_state = (unsigned)settings[SEED] ? (unsigned)settings[SEED] : 1;
	for (i = 0; i < CONNS; i++)
		conns[i].fd = -1;
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	listener = open_listener();
	start_us = now_us();
	end = start_us + (long long)(settings[LIFE] * 1e6);
	while (!ended && now_us() < end)
		turn(listener, end);
	for (i = 0; i < CONNS; i++)
		if (conns[i].fd >= 0)
			close_conn(&conns[i], 0);
	if (log_file)
		fclose(log_file);
	return 0;
}
