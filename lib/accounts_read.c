/* The accounts of a file. */
#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "accounts.h"
#include "regions.h"
#include "scan.h"

/* A member's text, malloc'd, in *text, NULL if it is missing or null; what is wrong with it, else NULL. */
static const char *
text_of(struct span record, const char *name, char **text)
{
	struct span value = scan_get(record, name);
	struct buf decoded = {0};

	*text = NULL;
	if (!value.at || scan_kind(value) == SCAN_NULL)
		return NULL;
	if (scan_kind(value) != SCAN_STRING || scan_decode(value, &decoded) < 0)
		return "is no text";
	if (!decoded.len || strlen(decoded.data) != decoded.len) {
		buf_free(&decoded);
		return "is empty, or holds a NUL";
	}
	*text = decoded.data;
	return NULL;
}

/* Regions: a list of texts, or one text with commas. */
static const char *
regions_of(struct span record, char ***regions)
{
	struct span value = scan_get(record, "Regions"), key, item;
	struct scan_iter it = scan_open(value);
	struct buf list = {0};
	const char *wrong = NULL;
	char *text;

	if (scan_kind(value) != SCAN_ARRAY) {
		wrong = text_of(record, "Regions", &text);
		*regions = text ? regions_parse(text) : NULL;
		free(text);
		return wrong ? wrong : text && !*regions ? "names none" : NULL;
	}
	while (!wrong && scan_next(&it, &key, &item)) {
		if (scan_kind(item) != SCAN_STRING)
			wrong = "is no list of texts";
		scan_decode(item, &list);
		buf_addc(&list, ',');
	}
	*regions = list.len ? regions_parse(list.data) : NULL;
	buf_free(&list);
	return wrong ? wrong : *regions ? NULL : "names none";
}

/* Is it "arn:PARTITION:iam::ID:role/..." of this account? */
static int
is_role_of(const char *arn, const char *id)
{
	struct buf tail = {0};
	const char *at = strncmp(arn, "arn:", 4) ? NULL : strchr(arn + 4, ':');
	int is;

	buf_addf(&tail, ":iam::%s:role/", id);
	is = at && !strncmp(at, tail.data, tail.len) && account_is_role(at + tail.len);
	buf_free(&tail);
	return is;
}

/* What is wrong with what was read, and in which member; NULL: nothing. */
static const char *
wrong_in(const struct account *one, const char *role_arn, const char **member)
{
	*member = "AccountId";
	if (!one->id || !account_is_id(one->id))
		return "is not twelve digits";
	*member = "RoleArn";
	if (role_arn && one->role)
		return "and Role are both there";
	if (role_arn && !is_role_of(role_arn, one->id))
		return "is no role of that account";
	*member = "Role";
	return one->role && !account_is_role(one->role) ? "is no name of a role" : NULL;
}

/* The account of a record.  What is wrong, with its member; or NULL. */
static const char *
read_record(struct span record, struct account *one, const char **member)
{
	char *role_arn = NULL;
	struct {
		const char *name;
		char **text;
	} texts[] = {
		{ "AccountId", &one->id }, { "AccountName", &one->name }, { "Status", &one->status },
		{ "RoleArn", &role_arn }, { "Role", &one->role }, { "ExternalId", &one->external_id },
		{ "Profile", &one->profile }
	};
	const char *wrong = NULL;
	size_t i;

	for (i = 0; !wrong && i < sizeof(texts) / sizeof(*texts); i++)
		wrong = text_of(record, *member = texts[i].name, texts[i].text);
	if (!wrong)
		wrong = wrong_in(one, role_arn, member);
	if (!wrong)
		wrong = regions_of(record, &one->regions), *member = wrong ? "Regions" : *member;
	if (!wrong && role_arn) {
		one->role = role_arn;
		role_arn = NULL;
	}
	free(role_arn);
	if (one->status && !strcasecmp(one->status, "active")) {
		free(one->status);
		one->status = NULL;
	}
	return wrong;
}

/* One line.  What is wrong, appended to why; or nothing there. */
static void
read_line(struct accounts *a, char *line, struct buf *why)
{
	struct account one = {0};
	const char *wrong = NULL, *member = NULL;
	size_t len, at;

	line += strspn(line, " \t");
	for (len = strlen(line); len && strchr(" \t\r\n", line[len - 1]); len--)
		;
	line[len] = '\0';
	if (!*line || *line == '#')
		return;
	if (*line != '{' && account_is_id(line))
		one.id = xstrdup(line);
	else if (*line != '{')
		wrong = "neither an account id of twelve digits nor a record";
	else if (scan_check(span_of(line), &wrong, &at) == 0)
		wrong = read_record(span_of(line), &one, &member);
	if (!wrong) {
		accounts_add(a, &one);
		return;
	}
	buf_addf(why, "%s%s%s", member ? member : "", member ? " " : "", wrong);
	account_free(&one);
}

int
accounts_read(struct accounts *a, const char *path)
{
	const char *name = strcmp(path, "-") ? path : "(stdin)";
	FILE *f = strcmp(path, "-") ? fopen(path, "r") : stdin;
	struct buf why = {0};
	char *line = NULL;
	size_t size = 0;
	unsigned long number = 0;
	ssize_t len;
	int status = 0;

	if (!f) {
		warn("%s", path);
		return 3;
	}
	while ((len = getline(&line, &size, f)) > 0) {
		buf_clear(&why);
		number++;
		if (strlen(line) != (size_t)len)
			buf_adds(&why, "it holds a NUL");
		else
			read_line(a, number == 1 && !strncmp(line, "\xef\xbb\xbf", 3) ? line + 3 : line, &why);
		if (why.len) {
			warnx("%s:%lu: %s", name, number, why.data);
			status = 2;
		}
	}
	if (ferror(f)) {
		warn("%s", name);
		status = 3;
	} else if (!a->n) {
		warnx("%s: it names no account", name);
		status = 3;
	}
	buf_free(&why);
	free(line);
	if (f != stdin)
		fclose(f);
	accounts_sort(a);
	return status;
}
