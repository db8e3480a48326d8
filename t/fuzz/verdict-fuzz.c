/*
 * Any record judged by policies of the library: what is said of a projection, asked the first time or remembered, is
 * what plain jq says of the whole record.
 *
 * The first byte tells the type, the rest is the record.  Half of the mutations put one value of a record, or one of
 * those that programs stumble over, in the place of another or beside it, so that most inputs are records.
 */
#include <err.h>
#include <jq.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "judge.h"
#include "scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t len, size_t most, unsigned seed);
const char *__lsan_default_suppressions(void);
size_t LLVMFuzzerMutate(uint8_t *data, size_t len, size_t most);

#define DIR "share/policies"
#define NOW "2026-11-22T21:00:00Z"

/* Between them they read in each way that there is (qrie-policy(7)): carried, shape, OneOf, Cut, CutAhead, Possible. */
static const char ids[] = "S3BucketPublic,S3BucketVersioningDisabled,S3BucketEncryptionDisabled,EC2UnencryptedEBS,"
    "IAMUserMfaDisabled,IAMAccessKeyNotRotated,IAMAccessKeyUnused,IAMPolicyOverlyPermissive,IAMRootAccountActive,"
    "RDSPublicAccess,ACMCertificateExpiring,EC2SnapshotOld,EC2SnapshotOrphaned,CodeBuildProjectSourceCredentials,"
    "CloudWatchAlarmWithoutData,ECRRepositoryScanDisabled";
static const char *const odd[] = {
	"null", "true", "false", "0", "-0", "1e-7", "9007199254740993", "1e400", "123456789012345678901234567890", "\"\"",
	"\"*\"", "\"\\ud800\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "\"2026-11-22T21:00:00.5Z\"", "\"2020-02-30T00:00:00Z\"",
	"\"2025-01-01T00:00:00+00:00\"", "[]", "{}", "[null]", "[[[[[[[[[[[[]]]]]]]]]]]]", "{\"Configuration\":{}}",
};
enum { TYPES = 16, ODD = sizeof(odd) / sizeof(*odd), VALUES = 256 };

static struct policy_set set;
static struct judge *judge;
static jq_state **plain;		/* of each policy */
static struct span types[TYPES];
static size_t ntypes;

/* jq 1.6 loses memory of its own where some programs end in an error. */
const char *
__lsan_default_suppressions(void)
{
	return "leak:libjq";
}

static jq_state *
compile(const struct policy *p)
{
	struct buf program = {0};
	char *real = realpath(DIR, NULL);
	jq_state *jq = jq_init();

	if (!real || !jq)
		err(3, DIR);
	jq_set_attr(jq, jv_string("JQ_LIBRARY_PATH"), jv_array_append(jv_array(), jv_string(real)));
	jq_set_attr(jq, jv_string("PROGRAM_ORIGIN"), jv_string(real));
	jq_set_input_cb(jq, NULL, NULL);
	jq_set_debug_cb(jq, NULL, NULL);
	buf_addf(&program, "import \"%s\" as p; try [0, p::violation", p->module);
	if (p->parameters.at)
		buf_addf(&program, "(\"" NOW "\"; %.*s)", (int)p->parameters.len, p->parameters.at);
	buf_adds(&program, "] catch [1, .]");
	if (!jq_compile(jq, program.data))
		errx(3, "%s does not compile", p->id);
	buf_free(&program);
	free(real);
	return jq;
}

static void
start(void)
{
	struct judge_options options = { .memory = 1 << 20, .seed = 1 };
	struct rules *rules;
	size_t i;

	if (policy_set_load(&set, DIR, ids) < 0 || !(rules = rules_new(&set, DIR, NOW)))
		exit(3);
	judge = judge_new(&set, rules, NOW, &options);
	plain = xcalloc(set.n, sizeof(*plain));
	for (i = 0; i < set.n; i++) {
		plain[i] = compile(&set.policies[i]);
		types[ntypes++] = set.policies[i].types[0];
	}
}

/* jq refuses a record for half a surrogate pair, wherever it lies. */
static int
is_for_jq(struct span record)
{
	jv value = jv_parse_sized(record.at, (int)record.len);
	int valid = jv_is_valid(value);

	jv_free(value);
	return valid;
}

/* The verdict, and in *detail what is told with it, as judge.h has it. */
static enum verdict
ask_plainly(jq_state *jq, struct span record, jv *detail)
{
	jv answer, thrown;
	int n, error;

	jq_start(jq, jv_parse_sized(record.at, (int)record.len), 0);
	answer = jq_next(jq);		/* [0, violation ...] or [1, error] */
	if (jv_get_kind(answer) != JV_KIND_ARRAY)
		errx(1, "plain jq gives no answer");
	n = jv_array_length(jv_copy(answer));
	thrown = jv_array_get(jv_copy(answer), 0);
	error = jv_number_value(thrown) != 0;
	jv_free(thrown);
	/* by way of its text, which has another number for one that is too big for a double */
	*detail = n > 1 ? jv_array_get(answer, 1) : (jv_free(answer), jv_null());
	answer = jv_dump_string(*detail, 0);
	*detail = jv_parse(jv_string_value(answer));
	jv_free(answer);
	return n == 1 ? VERDICT_PASSED : error || n > 2 ? VERDICT_UNKNOWN : VERDICT_FAILED;
}

static void
must_agree(const struct judgement *a, struct span record)
{
	jv detail, told;
	enum verdict verdict = ask_plainly(plain[a->number], record, &detail);
	int same = verdict == a->verdict;

	if (same && verdict == VERDICT_FAILED) {
		told = jv_parse_sized(a->detail.at, (int)a->detail.len);
		same = jv_equal(jv_object_get(jv_copy(told), jv_string("Message")),
		    jv_object_get(jv_copy(detail), jv_string("Message"))) &&
		    jv_equal(jv_object_get(jv_copy(told), jv_string("Evidence")),
		    jv_object_get(jv_copy(detail), jv_string("Evidence")));
		jv_free(told);
	}
	if (!same)
		errx(1, "%s: verdict %d and not %d: %.*s", a->policy->id, (int)a->verdict, (int)verdict,
		    (int)a->detail.len, a->detail.at ? a->detail.at : "");
	jv_free(detail);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct span text, told;
	const struct record *r;
	const struct judgement *a;
	const char *why;
	size_t at;
	int again, for_jq;

	if (!judge)
		start();
	if (len < 2)
		return 0;
	text = (struct span){ (const char *)data + 1, len - 1 };
	for_jq = is_for_jq(text);
	for (again = 0; again < 2; again++) {	/* the second time what was said is remembered */
		if (!(r = judge_begin(judge, text, types[data[0] % ntypes], &why, &at)))
			return 0;
		while ((a = judge_next(judge))) {
			if (for_jq && !r->unreadable.at)
				must_agree(a, r->whole);
			if (!judge_agrees(judge, &told))
				errx(1, "%s says otherwise of the whole record: %.*s", a->policy->id, (int)told.len, told.at);
		}
	}
	return 0;
}

/* All values below one, with the keys before them where they have some. */
static size_t
gather(struct span value, struct span *values, size_t n)
{
	struct scan_iter it = scan_open(value);
	struct span key, item;

	while (n < VALUES && scan_next(&it, &key, &item)) {
		values[n++] = item;
		n = gather(item, values, n);
	}
	return n;
}

static uint8_t *
put(uint8_t *to, const char *bytes, size_t len)
{
	memcpy(to, bytes, len);
	return to + len;
}

size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t len, size_t most, unsigned seed)
{
	struct span text = { (const char *)data + 1, len - 1 }, values[VALUES], out, in;
	const char *why;
	uint8_t *made, *p;
	size_t at, n;

	if (len < 2 || seed % 2 || scan_check(text, &why, &at) < 0 || !(n = gather(scan_value(text), values, 0)))
		return LLVMFuzzerMutate(data, len, most);
	srand(seed);
	out = values[(size_t)rand() % n];
	in = rand() % 2 ? values[(size_t)rand() % n] : span_of(odd[rand() % ODD]);
	if (len + in.len + 1 > most)
		return LLVMFuzzerMutate(data, len, most);
	if (rand() % 8 == 0)
		data[0] = (uint8_t)rand();
	made = xmalloc(len + in.len + 1);
	p = put(made, (const char *)data, (size_t)(out.at - (const char *)data));
	p = put(p, in.at, in.len);
	if (p[-1] != '{' && rand() % 8 == 0 && text.at + text.len > out.at + out.len && out.at[-1] != ':') {
		p = put(p, ",", 1);		/* beside an item of a list */
		p = put(p, out.at, out.len);
	}
	p = put(p, out.at + out.len, (size_t)(text.at + text.len - out.at - out.len));
	n = (size_t)(p - made);
	memcpy(data, made, n);
	free(made);
	return n;
}
