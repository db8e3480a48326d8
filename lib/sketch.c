#include "clock.h"
#include "sketch.h"

/*
 * A token is U+FDD0 and two digits of base 30, U+FDD2 to U+FDEF.  Unicode keeps these codes from interchange
 * (https://www.unicode.org/faq/private_use.html#noncharacters), and jq passes them through.  A time's is
 * 2026-01-31T00:00:00.9902743100NNNZ: the rules take any fraction for the same second.
 */
static const char mark[] = "\xef\xb7\x90", fraction[] = ".9902743100";
enum {
	MARK = 3, TOKEN = 9, BASE = 30, FRACTION = sizeof(fraction) - 1, SECONDS = 19, NUMBER = 3,
	TIME = SECONDS + FRACTION + NUMBER + 1, NONE = 0xff
};

void
sketch_free(struct sketch *s)
{
	buf_free(&s->text);
}

unsigned
sketch_carry(struct sketch *s, struct span text)
{
	unsigned i;

	for (i = 0; i < s->ncarried; i++)
		if (s->carried[i].len == text.len && memcmp(s->carried[i].at, text.at, text.len) == 0)
			return i;
	if (i < SKETCH_CARRIED)
		s->carried[s->ncarried++] = text;
	return i;
}

static void
put(struct sketch *s, unsigned byte)
{
	if (s->text.cap - s->text.len < 16)
		buf_reserve(&s->text, 64);
	s->text.data[s->text.len++] = (char)byte;
}

void
sketch_text(struct sketch *s, unsigned node, unsigned carried)
{
	sketch_step(s, SKETCH_TEXT, node);
	put(s, carried);
}

void
sketch_time(struct sketch *s, unsigned node, unsigned carried, time_t shown)
{
	sketch_step(s, SKETCH_TIME, node);
	put(s, carried);
	memcpy(s->text.data + s->text.len, &shown, sizeof(shown));
	s->text.len += sizeof(shown);
}

void
sketch_mixed(struct sketch *s, unsigned node)
{
	sketch_step(s, SKETCH_MIXED, node);
}

void
sketch_piece(struct sketch *s, struct span bytes)
{
	put(s, SKETCH_PIECE);
	sketch_bytes(s, bytes);
}

void
sketch_token(struct sketch *s, unsigned carried)
{
	put(s, SKETCH_TOKEN);
	put(s, carried);
}

void
sketch_end_mixed(struct sketch *s)
{
	put(s, SKETCH_END_MIXED);
}

void
sketch_assume(struct sketch *s, struct span assumed)
{
	put(s, SKETCH_ASSUMED);
	sketch_bytes(s, assumed);
}

static void
add_token(struct buf *json, unsigned carried)
{
	char token[TOKEN + 1] = "\xef\xb7\x90\xef\xb7\x92\xef\xb7\x92";

	token[5] = (char)((unsigned char)token[5] + carried / BASE);
	token[8] = (char)((unsigned char)token[8] + carried % BASE);
	buf_addc(json, '"');
	buf_add(json, token, TOKEN);
	buf_addc(json, '"');
}

static void
add_time(struct buf *json, unsigned carried, time_t shown)
{
	char text[CLOCK_TEXT];

	clock_format(shown, text);
	buf_addf(json, "\"%.*s%s%03uZ\"", SECONDS, text, fraction, carried);
}

/* Could the text be, or decode to, what holds a token? */
static int
suspicious(struct span text)
{
	const char *p = text.at, *end = text.at + text.len;

	for (; (p = memchr(p, '\\', (size_t)(end - p))); p += 2) {
		if (p[1] == 'u')
			return 1;
		if (end - p < 2)
			break;
	}
	return span_holds(text, (struct span){ mark, MARK }) || span_holds(text, (struct span){ fraction, FRACTION });
}

/* A walk through the steps. */
struct reading {
	const char *p, *end;
	const char *const *keys;
	struct buf *json, *assumed;
	int carries, suspicious;
};

static struct span
take_bytes(struct reading *r)
{
	struct span bytes;
	uint32_t len;

	memcpy(&len, r->p, sizeof(len));
	bytes = (struct span){ r->p + sizeof(len), len };
	r->p = bytes.at + bytes.len;
	r->suspicious |= suspicious(bytes);
	return bytes;
}

static unsigned
take_carried(struct reading *r)
{
	r->carries = 1;
	return (unsigned char)*r->p++;
}

/* A step that begins a value: its place, and the comma and the key before it. */
static void
take_node(struct reading *r)
{
	unsigned node = (unsigned char)r->p[0] | (unsigned)(unsigned char)r->p[1] << 8;
	char last = r->json->len ? r->json->data[r->json->len - 1] : '[';

	r->p += 2;
	if (last != '{' && last != '[')
		buf_addc(r->json, ',');
	if (r->keys[node]) {
		buf_addjson(r->json, span_of(r->keys[node]));
		buf_addc(r->json, ':');
	}
}

static void
take_mixed(struct reading *r)
{
	enum sketch_step step;

	while ((step = (enum sketch_step)(unsigned char)*r->p++) != SKETCH_END_MIXED)
		if (step == SKETCH_PIECE)
			buf_addspan(r->json, take_bytes(r));
		else
			add_token(r->json, take_carried(r));
}

static void
take_step(struct reading *r, enum sketch_step step)
{
	unsigned carried;
	time_t shown;

	switch (step) {
	case SKETCH_OBJECT:
		buf_addc(r->json, '{');
		break;
	case SKETCH_ARRAY:
		buf_addc(r->json, '[');
		break;
	case SKETCH_VALUE:
		buf_addspan(r->json, take_bytes(r));
		break;
	case SKETCH_TEXT:
		add_token(r->json, take_carried(r));
		break;
	case SKETCH_TIME:
		carried = take_carried(r);
		memcpy(&shown, r->p, sizeof(shown));
		r->p += sizeof(shown);
		add_time(r->json, carried, shown);
		break;
	default:
		take_mixed(r);
	}
}

int
sketch_json(const struct sketch *s, const char *const *keys, struct buf *json, struct buf *assumed)
{
	struct reading r = { s->text.data, s->text.data + s->text.len, keys, json, assumed, 0, 0 };
	enum sketch_step step;
	int whole = s->text.len && s->text.data[0] == SKETCH_VALUE && s->text.data[1] == 0 && s->text.data[2] == 0;

	buf_clear(json);
	buf_clear(assumed);
	if (!whole)
		buf_addc(json, '{');
	while (r.p < r.end) {
		step = (enum sketch_step)(unsigned char)*r.p++;
		switch (step) {
		case SKETCH_END_OBJECT:
		case SKETCH_END_ARRAY:
			buf_addc(json, step == SKETCH_END_OBJECT ? '}' : ']');
			r.p += 2;
			break;
		case SKETCH_ASSUMED:
			buf_addspan(assumed, take_bytes(&r));
			break;
		default:
			take_node(&r);
			take_step(&r, step);
		}
	}
	if (!whole)
		buf_addc(json, '}');
	return r.carries && r.suspicious ? -1 : 0;
}

/* The token at p: its number and its length; 0 if there is none, -1 if something is wrong with it. */
static int
read_token(const char *p, const char *end, const struct sketch *s, unsigned *carried)
{
	int high, low;

	if (memcmp(p, mark, MARK) == 0) {
		if (end - p < TOKEN || memcmp(p + 3, mark, 2) != 0 || memcmp(p + 6, mark, 2) != 0)
			return -1;
		high = (unsigned char)p[5] - 0x92;
		low = (unsigned char)p[8] - 0x92;
		*carried = (unsigned)(high * BASE + low);
		return high >= 0 && low >= 0 && low < BASE && *carried < s->ncarried ? TOKEN : -1;
	}
	if (end - p < TIME || memcmp(p + SECONDS, fraction, FRACTION) != 0)
		return 0;
	p += SECONDS + FRACTION;
	*carried = (unsigned)((p[0] - '0') * 100 + (p[1] - '0') * 10 + p[2] - '0');
	return p[NUMBER] == 'Z' && *carried < s->ncarried ? TIME : -1;
}

static void
add_piece(struct buf *made, struct span piece, unsigned carried)
{
	uint32_t len = (uint32_t)piece.len;
	char byte = (char)carried;

	buf_add(made, (const char *)&len, sizeof(len));
	buf_addspan(made, piece);
	buf_add(made, &byte, 1);
}

int
sketch_compile(struct span text, const struct sketch *s, struct buf *made)
{
	const char *p = text.at, *end = text.at + text.len, *from = p;
	unsigned carried = 0;
	int len;

	while (p < end) {
		len = end - p < MARK ? 0 : read_token(p, end, s, &carried);
		if (len < 0)
			return -1;
		if (len == 0) {
			if (end - p >= FRACTION && memcmp(p, fraction, FRACTION) == 0)
				return -1;	/* its seconds were cut off */
			p++;
			continue;
		}
		add_piece(made, (struct span){ from, (size_t)(p - from) }, carried);
		p += len;
		from = p;
	}
	add_piece(made, (struct span){ from, (size_t)(p - from) }, NONE);
	return 0;
}

void
sketch_expand(struct span made, const struct sketch *s, struct buf *to)
{
	const char *p = made.at, *end = made.at + made.len;
	struct span piece;
	unsigned carried;
	uint32_t len;

	while (p < end) {
		memcpy(&len, p, sizeof(len));
		piece = (struct span){ p + sizeof(len), len };
		buf_addspan(to, piece);
		p = piece.at + piece.len;
		carried = (unsigned char)*p++;
		if (carried != NONE)
			buf_addspan(to, s->carried[carried]);
	}
}
