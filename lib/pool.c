#include <err.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pool.h"

/* Both ways a message is its lengths and then its bytes.  A block of length 0 asks for the last text. */
struct answer {
	uint64_t out, errors;
	int64_t status;
};

struct child {
	pid_t pid;
	int fd, busy;
};

struct pool {
	struct child *children;
	unsigned n, turn;
	int status;
	pool_output *output;
	void *arg;
	struct buf text;
};

static int
write_all(int fd, const void *bytes, size_t len)
{
	const char *p = bytes;
	ssize_t put;

	while (len) {
		put = write(fd, p, len);	/* SIGPIPE is ignored: out.h */
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return -1;
		p += put;
		len -= (size_t)put;
	}
	return 0;
}

static int
read_all(int fd, void *bytes, size_t len)
{
	char *p = bytes;
	ssize_t got;

	while (len) {
		got = read(fd, p, len);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return -1;
		p += got;
		len -= (size_t)got;
	}
	return 0;
}

/* One block, or the last text; 0 when there is no more to do. */
static int
serve_one(int fd, const struct pool_worker *w, struct buf *block, struct buf *out, struct buf *errors)
{
	struct answer a = {0};
	uint64_t len;

	if (read_all(fd, &len, sizeof(len)) < 0)
		return 0;
	buf_clear(block);
	buf_clear(out);
	buf_clear(errors);
	if (len == 0) {
		w->finish(w->arg, out);
	} else {
		buf_reserve(block, len);
		if (read_all(fd, block->data, len) < 0)
			return 0;
		block->len = len;
		a.status = w->work(w->arg, buf_span(block), out, errors);
	}
	a.out = out->len;
	a.errors = errors->len;
	return write_all(fd, &a, sizeof(a)) == 0 && write_all(fd, buf_span(out).at, out->len) == 0 &&
	    write_all(fd, buf_span(errors).at, errors->len) == 0 && len > 0;
}

/* A worker's life.  The parent's end closing means that nobody wants the answer any more. */
static void
serve(int fd, const struct pool_worker *w)
{
	struct buf block = {0}, out = {0}, errors = {0};

	while (serve_one(fd, w, &block, &out, &errors))
		;
	buf_free(&block);
	buf_free(&out);
	buf_free(&errors);
	close(fd);
}

static void
pool_free(struct pool *p)
{
	buf_free(&p->text);
	free(p->children);
	free(p);
}

/* 1 in the parent, 0 in the worker when its life is over. */
static int
start(struct pool *p, unsigned i, const struct pool_worker *worker)
{
	int fds[2];
	unsigned k;

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, fds) < 0)
		err(3, "socketpair");
	if ((p->children[i].pid = fork()) < 0)
		err(3, "fork");
	if (p->children[i].pid == 0) {
		for (k = 0; k < i; k++)
			close(p->children[k].fd);
		close(fds[0]);
		serve(fds[1], worker);
		return 0;
	}
	close(fds[1]);
	p->children[i].fd = fds[0];
	return 1;
}

struct pool *
pool_open(unsigned n, const struct pool_worker *worker, pool_output *output, void *arg)
{
	struct pool *p = xcalloc(1, sizeof(*p));
	unsigned i;

	p->children = xcalloc(n, sizeof(*p->children));
	p->n = n;
	p->output = output;
	p->arg = arg;
	for (i = 0; i < n; i++)
		if (!start(p, i, worker)) {
			pool_free(p);
			return NULL;
		}
	return p;
}

/* The answer that a worker owes, in p->text: first what is for standard output, then the rest. */
static struct answer
take(struct pool *p, struct child *c)
{
	struct answer a;

	buf_clear(&p->text);
	if (read_all(c->fd, &a, sizeof(a)) < 0)
		errx(3, "a worker died");
	buf_reserve(&p->text, a.out + a.errors);
	if (read_all(c->fd, p->text.data, a.out + a.errors) < 0)
		errx(3, "a worker died");
	p->text.len = a.out + a.errors;
	c->busy = 0;
	return a;
}

static void
collect(struct pool *p, struct child *c)
{
	struct answer a = take(p, c);

	if (a.status > p->status)
		p->status = (int)a.status;
	p->output(p->arg, (struct span){ p->text.data, a.out }, (struct span){ p->text.data + a.out, a.errors });
}

void
pool_put(struct pool *p, struct span block)
{
	struct child *c = &p->children[p->turn];
	uint64_t len = block.len;

	if (len == 0)
		return;
	if (c->busy)
		collect(p, c);
	if (write_all(c->fd, &len, sizeof(len)) < 0 || write_all(c->fd, block.at, block.len) < 0)
		errx(3, "a worker died");
	c->busy = 1;
	p->turn = (p->turn + 1) % p->n;
}

int
pool_close(struct pool *p, void (*last)(void *arg, struct span text), void *arg)
{
	unsigned i;
	uint64_t none = 0;
	int status = p->status, how;
	struct child *c;

	for (i = 0; i < p->n; i++, p->turn = (p->turn + 1) % p->n)
		if (p->children[p->turn].busy)
			collect(p, &p->children[p->turn]);
	status = p->status;
	for (i = 0; i < p->n; i++) {
		c = &p->children[i];
		if (write_all(c->fd, &none, sizeof(none)) < 0)
			errx(3, "a worker died");
		take(p, c);
		last(arg, buf_span(&p->text));
		close(c->fd);
		if (waitpid(c->pid, &how, 0) < 0 || !WIFEXITED(how) || WEXITSTATUS(how) != 0)
			errx(3, "a worker died");
	}
	pool_free(p);
	return status;
}
