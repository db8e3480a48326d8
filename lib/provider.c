/* Credentials that are made anew before they expire: when, and what if that fails. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "provider_part.h"
#include "secret.h"
#include "services.h"

enum {
	ANSWER_MOST = 1 << 20,		/* bytes */
	TRIES_MOST = 3,
	SPARE_S = 10 * 60		/* that credentials are used for which our clock calls expired */
};

int
provider_fail(char **why, const char *fmt, ...)
{
	va_list ap;
	int len;

	va_start(ap, fmt);
	len = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	*why = xmalloc((size_t)len + 1);
	va_start(ap, fmt);
	vsnprintf(*why, (size_t)len + 1, fmt, ap);
	va_end(ap);
	return -1;
}

struct aws_options
provider_aws_options(const struct aws_options *o)
{
	struct aws_options own = *o;

	own.in_flight = 1;
	own.secret = 1;
	own.max_body = ANSWER_MOST;
	if (own.tries > TRIES_MOST)
		own.tries = TRIES_MOST;
	return own;
}

static void
copy_credentials(struct credentials *to, const struct credentials *from)
{
	*to = (struct credentials){ .id = xstrdup(from->id), .secret = xstrdup(from->secret), .expires = from->expires };
	if (from->token != NULL)
		to->token = xstrdup(from->token);
}

struct provider *
provider_fixed(const struct credentials *c)
{
	struct provider *p = xcalloc(1, sizeof(*p));

	copy_credentials(&p->credentials, c);
	return p;
}

static struct provider *
made(provider_fetch *fetch, const struct profile *from, const struct provider_context *c)
{
	struct provider *p = xcalloc(1, sizeof(*p));

	p->context = c;
	p->fetch = fetch;
	p->from = profile_copy(from);
	return p;
}

struct provider *
provider_assume(struct provider *source, const struct profile *role, const struct provider_context *c)
{
	const struct service *sts = services_add(c->services, c->shapes, "sts");
	struct provider *p;

	if (sts == NULL)
		return NULL;
	p = made(provider_role, role, c);
	p->service = sts;
	p->source = source;
	p->tolerant = 1;	/* STS made them this moment */
	return p;
}

static const struct way {
	provider_fetch *fetch;
	int tolerant;
	const char *service, *oidc;
} ways[] = {
	[CREDENTIALS_PROCESS] = { provider_process, 0, NULL, NULL },
	[CREDENTIALS_SSO] = { provider_sso, 0, "sso", "sso-oidc" },
	[CREDENTIALS_WEB_IDENTITY] = { provider_web_identity, 1, "sts", NULL },
	[CREDENTIALS_CONTAINER] = { provider_container, 0, NULL, NULL },
	/* an instance's service that cannot renew goes on with the old ones: AWS takes them for a while */
	[CREDENTIALS_INSTANCE] = { provider_instance, 1, NULL, NULL },
};

static struct provider *
base_of_plan(const struct credentials_plan *plan, const struct provider_context *c)
{
	const struct way *way = &ways[plan->kind];
	struct provider *p;

	if (plan->kind == CREDENTIALS_KEYS)
		return provider_fixed(&plan->keys);
	p = made(way->fetch, &plan->from, c);
	p->tolerant = way->tolerant;
	p->looked = plan->looked != NULL ? xstrdup(plan->looked) : NULL;
	if ((way->service != NULL && (p->service = services_add(c->services, c->shapes, way->service)) == NULL) ||
	    (way->oidc != NULL && (p->oidc = services_add(c->services, c->shapes, way->oidc)) == NULL)) {
		provider_free(p);
		return NULL;
	}
	return p;
}

struct provider *
provider_of_plan(const struct credentials_plan *plan, const struct provider_context *c)
{
	struct provider *p = base_of_plan(plan, c), *role;
	size_t i;

	for (i = 0; p != NULL && i < plan->nroles; i++) {
		if ((role = provider_assume(p, &plan->roles[i], c)) == NULL) {
			provider_free(p);
			return NULL;
		}
		role->owns_source = 1;
		p = role;
	}
	return p;
}

int
provider_is_plain(const char *text)
{
	for (; *text > ' ' && *text < 0x7f; text++)
		;
	return *text == '\0' ? 0 : -1;
}

/* Are they whole, and fit to stand in a header? */
static int
check(const struct provider *p, const struct credentials *c, long long now_ms, char **why)
{
	char when[CLOCK_TEXT];

	if (c->id == NULL || c->secret == NULL || *c->id == '\0' || *c->secret == '\0')
		return provider_fail(why, "an id or a secret is missing");
	if (provider_is_plain(c->id) == -1 || provider_is_plain(c->secret) == -1 ||
	    (c->token != NULL && provider_is_plain(c->token) == -1))
		return provider_fail(why, "the credentials hold a byte that no credentials can");
	if (c->expires == 0 || (long long)c->expires * 1000 > now_ms || p->tolerant)
		return 0;
	clock_format(c->expires, when);
	return provider_fail(why, "the credentials expired at %s", when);
}

/* Takes fresh credentials into use. */
static void
take(struct provider *p, struct credentials *fresh, long long now_ms)
{
	long long end_ms = (long long)fresh->expires * 1000, ahead_ms = p->context->renew_before_s * 1000;

	if (fresh->expires != 0 && end_ms <= now_ms)
		end_ms = now_ms + SPARE_S * 1000;
	if (ahead_ms > (end_ms - now_ms) / 2)
		ahead_ms = (end_ms - now_ms) / 2;
	credentials_free(&p->credentials);
	p->credentials = *fresh;
	p->end_ms = fresh->expires != 0 ? end_ms : 0;
	p->due_ms = fresh->expires != 0 ? end_ms - ahead_ms : 0;
}

int
provider_adopt(struct provider *p, struct credentials *fresh, char **why)
{
	long long now_ms = p->context->options->now_ms();

	if (check(p, fresh, now_ms, why) == -1) {
		credentials_free(fresh);
		return -1;
	}
	take(p, fresh, now_ms);
	return 0;
}

static void
make_anew(struct provider *p)
{
	struct credentials fresh = {0};
	char *why = NULL;

	if (p->fetch(p, &fresh, &why) == -1)
		credentials_free(&fresh);
	else if (provider_adopt(p, &fresh, &why) == 0)
		return;
	free(p->why);
	p->why = why;
	if (p->looked != NULL) {
		provider_fail(&p->why, "no credentials: %s; %s", p->looked, why);
		free(why);
	}
	p->pause_ms = p->context->options->now_ms() + PROVIDER_PAUSE_S * 1000;
}

const struct credentials *
provider_credentials(struct provider *p, const char **why)
{
	long long now_ms;

	*why = NULL;
	if (p->fetch == NULL)
		return &p->credentials;
	now_ms = p->context->options->now_ms();
	if ((p->credentials.id == NULL || (p->due_ms != 0 && now_ms >= p->due_ms)) && now_ms >= p->pause_ms)
		make_anew(p);
	now_ms = p->context->options->now_ms();
	if (p->credentials.id != NULL && (p->end_ms == 0 || now_ms < p->end_ms))
		return &p->credentials;
	*why = p->why != NULL ? p->why : "the credentials expired while they were made";
	return NULL;
}

int
provider_expired(struct provider *p, const char *id)
{
	if (p->fetch == NULL)
		return 0;
	if (p->credentials.id == NULL || strcmp(p->credentials.id, id) != 0)
		return 1;	/* there are others by now */
	if (p->source != NULL && p->source->credentials.id != NULL)
		(void)provider_expired(p->source, p->source->credentials.id);
	p->end_ms = p->due_ms = 1;
	return 1;
}

void
provider_free(struct provider *p)
{
	if (p == NULL)
		return;
	if (p->owns_source)
		provider_free(p->source);
	credentials_free(&p->credentials);
	profile_free(&p->from);
	free(p->looked);
	free(p->why);
	free(p);
}
