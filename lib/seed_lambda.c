/* Functions of the estate. */
#include "seed_item.h"

enum { PURPOSE = SEED_OWN, RUNTIME, MEMORY, TIMEOUT, SIZE, TRACING, CODE };
enum { NO_TAGS, NO_TAG_MAP };	/* bits of unreadable */

static const struct seed_unreadable unreadables[] = {
	[NO_TAGS] = { ".Configuration.Tags", "ListTags", "lambda:ListTags" },
	[NO_TAG_MAP] = { ".Tags", "ListTags", "lambda:ListTags" },
	{ NULL, NULL, NULL }
};

static void
draw(struct seed_item *it)
{
	static const char *const purpose[] = { "-webhook-", "-resize-", "-notify-", "-export-", "-authorizer-",
	    "-cleanup-" };

	it->region = seed_some_region(it);
	it->created = seed_ago(it, SEED_AGE, 1 + seed_pick(it, SEED_STYLE, 500));
	if (it->number % 50 == 11)
		it->unreadable = 1u << NO_TAGS | 1u << NO_TAG_MAP;
	seed_name_add(it, seed_project(it));
	seed_name_add(it, purpose[seed_pick(it, PURPOSE, 6)]);
	seed_name_add(it, seed_stage_name(it));
	seed_name_add(it, "-");
	seed_name_number(it, it->number);
	seed_tags_draw(it);
	it->tags.unreadable = it->unreadable != 0;
}

static void
put_runtime(struct buf *b, const struct seed_item *it)
{
	static const char *const runtime[] = { "python3.12", "python3.11", "nodejs20.x", "nodejs18.x", "java21" };

	text_span(b, span_of(runtime[seed_pick(it, RUNTIME, 5)]));
}

static void
put_handler(struct buf *b, const struct seed_item *it)
{
	static const char *const handler[] = { "app.handler", "main.handler", "index.handler", "index.handler",
	    "com.example.Handler::handleRequest" };

	text_span(b, span_of(handler[seed_pick(it, RUNTIME, 5)]));
}

static void
put_memory(struct buf *b, const struct seed_item *it)
{
	text_number(b, 128u << seed_pick(it, MEMORY, 5));
}

static void
put_timeout(struct buf *b, const struct seed_item *it)
{
	static const unsigned seconds[] = { 3, 10, 30, 60, 300, 900 };

	text_number(b, seconds[seed_pick(it, TIMEOUT, 6)]);
}

static void
put_size(struct buf *b, const struct seed_item *it)
{
	text_number(b, 900 + seed_pick(it, SIZE, 40000000));
}

/* The SHA-256 of the code in base64: 43 characters and a filler, any of them here. */
static void
put_code(struct buf *b, const struct seed_item *it)
{
	unsigned i;

	for (i = 0; i < 4; i++)
		text_base32(b, seed_draw(it, CODE + i), 10 + (i == 3));
	text_literal(b, "8A=");
}

static void
put_modified(struct buf *b, const struct seed_item *it)
{
	text_time(b, it->created, ".000+0000");
}

static void
put_latest(struct buf *b, const struct seed_item *it)
{
	(void)it;
	text_literal(b, "$LATEST");
}

static void
put_tracing(struct buf *b, const struct seed_item *it)
{
	text_span(b, seed_chance(it, TRACING, 35) ? SPAN("Active") : SPAN("PassThrough"));
}

static void
put_function_tags(struct buf *b, const struct seed_item *it)
{
	if (it->tags.unreadable)
		return;
	text_literal(b, ",\"Tags\":");
	seed_tags_map(b, it);
}

static const struct seed_slot slots[] = {
	{ "runtime", put_runtime }, { "handler", put_handler }, { "memory", put_memory }, { "timeout", put_timeout },
	{ "size", put_size }, { "code", put_code }, { "modified", put_modified }, { "latest", put_latest },
	{ "tracing", put_tracing },
	{ "functiontags", put_function_tags }, { NULL, NULL }
};

static struct seed_template templates[] = {
	[SEED_ARN] = { .text = "arn:aws:lambda:$region:$account:function:$name" },
	[SEED_CONFIGURATION] = { .text = SEED_TEXT({
		"FunctionName": "$name", "FunctionArn": "$arn", "Runtime": "$runtime",
		"Role": "arn:aws:iam::$account:role/$project-lambda-$stage", "Handler": "$handler", "CodeSize": $size,
		"Description": "$project", "Timeout": $timeout, "MemorySize": $memory, "LastModified": "$modified",
		"CodeSha256": "$code", "Version": "$latest", "TracingConfig": {"Mode": "$tracing"},
		"RevisionId": "$uuid", "PackageType": "Zip", "Architectures": ["x86_64"],
		"EphemeralStorage": {"Size": 512},
		"SnapStart": {"ApplyOn": "None", "OptimizationStatus": "Off"},
		"LoggingConfig": {"LogFormat": "Text", "LogGroup": "/aws/lambda/$name"}, "Subnets": [], "Policy": null,
		"FunctionUrlConfig": null, "ReservedConcurrentExecutions": null, "CodeSigningConfigArn": null $functiontags
	}) },
};

const struct seed_kind seed_function_kind = {
	.type = "AWS::Lambda::Function", .service = "lambda", .share = 16, .calls = 5, .draw = draw,
	SEED_TEMPLATES(templates), .slots = slots, .unreadables = unreadables
};
