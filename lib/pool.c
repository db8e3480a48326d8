#include <err.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "out.h"
#include "pool.h"

enum {
	AHEAD = 2,	/* so many blocks a worker may have at a time, each with a room */
	RANGES = 8,	/* so many if it reads them itself */
	KEPT = 4	/* outputs of a worker's that wait for their turn */
};

/* To a worker: a block.  So many bytes as its text has follow if it lies in no room. */
struct order {
	struct block block;
	int32_t room;		/* its number, -1 for none */
	int32_t end;		/* no block: send the last text and go */
};

/* From a worker: a block is read and judged; or the length of the last text, which follows. */
struct answer {
	uint64_t last;
	int32_t status, failed;
};

/* What goes round the workers: the one who has it may write. */
struct turn {
	uint64_t line;
	int32_t failed;		/* errno of standard output */
};

struct child {
	pid_t pid;
	int fd;			/* to and from the parent */
	int turn[2];		/* where its turn comes from, and where the one before it puts it */
	unsigned owed;		/* blocks not answered yet */
	unsigned given;		/* all blocks */
};

struct pool {
	struct child *children;
	unsigned n, next;	/* next: whose turn it is to be given a block */
	char *rooms;
	int status, failed;
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

static char *
room_of(const struct pool *p, unsigned child, unsigned number)
{
	return p->rooms + ((size_t)child * AHEAD + number % AHEAD) * BLOCKS_ROOM;
}

/* What came of a block, until it is written. */
struct kept {
	struct block block;
	struct buf out, notes;
};

/* A worker's own things. */
struct life {
	const struct pool *pool;
	const struct pool_worker *worker;
	unsigned number;
	struct buf line;
	struct kept kept[KEPT];		/* a ring */
	unsigned first, n;		/* the oldest; how many there are */
	int32_t status, failed;
};

/* Writes the oldest that is kept, when it is this worker's turn. */
static void
write_in_turn(struct life *l)
{
	const struct child *me = &l->pool->children[l->number];
	const struct child *next = &l->pool->children[(l->number + 1) % l->pool->n];
	struct kept *k = &l->kept[l->first];
	struct turn turn;
	unsigned long line;
	int status;

	if (read_all(me->turn[0], &turn, sizeof(turn)) < 0)
		_exit(1);	/* the one before this died */
	line = k->block.first ? 0 : (unsigned long)turn.line;
	if (!turn.failed && write_all(STDOUT_FILENO, buf_span(&k->out).at, k->out.len) < 0)
		turn.failed = errno;
	status = l->worker->say(l->worker->arg, &k->block, buf_span(&k->notes), &line);
	if (status > l->status)
		l->status = status;
	l->failed = turn.failed;
	turn.line = line;
	write_all(next->turn[1], &turn, sizeof(turn));	/* the next may have nothing more to write, and be gone */
	l->first = (l->first + 1) % KEPT;
	l->n--;
}

/* Waits until there is something to do: 1 if an order is there, 0 if it is this worker's turn to write what is kept. */
static int
is_ordered(const struct life *l)
{
	const struct child *me = &l->pool->children[l->number];
	struct pollfd both[] = { { .fd = me->turn[0], .events = POLLIN }, { .fd = me->fd, .events = POLLIN } };

	if (l->n == 0 || l->n == KEPT)
		return l->n == 0;
	while (poll(both, 2, -1) < 0)
		if (errno != EINTR)
			err(3, "poll");
	return both[0].revents == 0;
}

static void
send_last(struct life *l)
{
	const struct child *me = &l->pool->children[l->number];
	struct answer a = {0};
	struct buf last = {0};

	while (l->n)
		write_in_turn(l);
	l->worker->finish(l->worker->arg, &last);
	a.last = last.len;
	a.status = l->status;
	a.failed = l->failed;
	write_all(me->fd, &a, sizeof(a));
	write_all(me->fd, buf_span(&last).at, last.len);
	buf_free(&last);
}

/* One block, or the last text; 0 when there is no more to do. */
static int
serve_one(struct life *l)
{
	struct child *me = &l->pool->children[l->number];
	struct kept *k = &l->kept[(l->first + l->n) % KEPT];
	struct answer a = { .status = l->status, .failed = l->failed };
	struct order o;

	if (read_all(me->fd, &o, sizeof(o)) < 0)
		return 0;
	if (o.end) {
		send_last(l);
		return 0;
	}
	k->block = o.block;
	if (o.room >= 0) {
		k->block.text.at = room_of(l->pool, l->number, (unsigned)o.room);
	} else if (o.block.text.len) {
		buf_clear(&l->line);
		buf_reserve(&l->line, o.block.text.len);
		if (read_all(me->fd, l->line.data, o.block.text.len) < 0)
			return 0;
		k->block.text.at = l->line.data;
	}
	buf_clear(&k->out);
	buf_clear(&k->notes);
	l->worker->work(l->worker->arg, &k->block, &k->out, &k->notes);
	k->block.text = (struct span){ NULL, 0 };	/* the room is free for another */
	if (o.room < 0)
		buf_free(&l->line);
	l->n++;
	return write_all(me->fd, &a, sizeof(a)) == 0;
}

/* A worker's life.  It keeps of all pipes the two ends that are its own, so that a death is seen as an end. */
static void
serve(const struct pool *p, unsigned number, const struct pool_worker *worker)
{
	struct life life = { .pool = p, .worker = worker, .number = number };
	unsigned i;

	for (i = 0; i < p->n; i++) {
		if (i != number)
			close(p->children[i].turn[0]);
		if (i != (number + 1) % p->n)
			close(p->children[i].turn[1]);
	}
	for (;;)
		if (!is_ordered(&life))
			write_in_turn(&life);
		else if (!serve_one(&life))
			break;
	buf_free(&life.line);
	for (i = 0; i < KEPT; i++) {
		buf_free(&life.kept[i].out);
		buf_free(&life.kept[i].notes);
	}
	close(p->children[number].fd);
}

static void
pool_free(struct pool *p)
{
	munmap(p->rooms, (size_t)p->n * AHEAD * BLOCKS_ROOM);
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
		p->children[i].fd = fds[1];
		serve(p, i, worker);
		return 0;
	}
	close(fds[1]);
	p->children[i].fd = fds[0];
	return 1;
}

/* Ends all.  A worker that ended with 3 said why. */
static void __attribute__((noreturn))
died(const struct pool *p)
{
	int how, said = 0;
	unsigned i;

	for (i = 0; i < p->n; i++)
		if (p->children[i].pid > 0)
			kill(p->children[i].pid, SIGKILL);
	for (i = 0; i < p->n; i++)
		if (p->children[i].pid > 0 && waitpid(p->children[i].pid, &how, 0) > 0)
			said |= WIFEXITED(how) && WEXITSTATUS(how) == 3;
	if (said)
		exit(3);
	errx(3, "a worker died");
}

struct pool *
pool_open(unsigned n, const struct pool_worker *worker)
{
	struct pool *p = xcalloc(1, sizeof(*p));
	struct turn turn = {0};
	unsigned i;

	p->n = n;
	p->children = xcalloc(n, sizeof(*p->children));
	p->rooms = mmap(NULL, (size_t)n * AHEAD * BLOCKS_ROOM, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (p->rooms == MAP_FAILED)
		err(3, "mmap");
	for (i = 0; i < n; i++)
		if (pipe(p->children[i].turn) < 0)
			err(3, "pipe");
	for (i = 0; i < n; i++)
		if (!start(p, i, worker)) {
			pool_free(p);
			return NULL;
		}
	if (write_all(p->children[0].turn[1], &turn, sizeof(turn)) < 0)
		died(p);
	for (i = 0; i < n; i++) {
		close(p->children[i].turn[0]);
		close(p->children[i].turn[1]);
	}
	return p;
}

/* What a worker has to say, when it comes; meanwhile the death of any other is the end of all. */
static void
hear(const struct pool *p, const struct child *c, void *bytes, size_t len)
{
	struct pollfd *all = xcalloc(p->n, sizeof(*all));
	unsigned i, self = (unsigned)(c - p->children);

	for (i = 0; i < p->n; i++)
		all[i] = (struct pollfd){ .fd = p->children[i].fd, .events = i == self ? POLLIN : 0 };
	while (!(all[self].revents & POLLIN)) {
		if (poll(all, p->n, -1) < 0 && errno != EINTR)
			err(3, "poll");
		for (i = 0; i < p->n; i++)
			if ((all[i].revents & (POLLHUP | POLLERR | POLLIN)) == POLLHUP)
				died(p);
	}
	free(all);
	if (read_all(c->fd, bytes, len) < 0)
		died(p);
}

static void
heed(struct pool *p, const struct answer *a)
{
	if (a->status > p->status)
		p->status = a->status;
	if (a->failed && !p->failed) {
		p->failed = a->failed;
		out_fail(a->failed);
	}
}

/* Waits until a worker has at most so many blocks. */
static void
wait_for(struct pool *p, struct child *c, unsigned most)
{
	struct answer a;

	while (c->owed > most) {
		hear(p, c, &a, sizeof(a));
		c->owed--;
		heed(p, &a);
	}
}

char *
pool_room(struct pool *p)
{
	struct child *c = &p->children[p->next];

	wait_for(p, c, AHEAD - 1);
	return room_of(p, p->next, c->given);
}

void
pool_put(struct pool *p, const struct block *block)
{
	struct child *c = &p->children[p->next];
	struct order o = { .block = *block };

	wait_for(p, c, RANGES - 1);
	o.room = block->text.at == room_of(p, p->next, c->given) ? (int32_t)(c->given % AHEAD) : -1;
	if (write_all(c->fd, &o, sizeof(o)) < 0 ||
	    (o.room < 0 && write_all(c->fd, block->text.at, block->text.len) < 0))
		died(p);
	c->owed++;
	c->given++;
	p->next = (p->next + 1) % p->n;
}

int
pool_gone(const struct pool *p)
{
	return p->failed != 0;
}

/* A worker's last text, and its end. */
static void
part(struct pool *p, struct child *c, struct buf *text)
{
	struct order end = { .end = 1 };
	struct answer a;
	int how;

	if (write_all(c->fd, &end, sizeof(end)) < 0)
		died(p);
	hear(p, c, &a, sizeof(a));
	heed(p, &a);
	buf_clear(text);
	buf_reserve(text, a.last);
	if (read_all(c->fd, text->data, a.last) < 0)
		died(p);
	text->len = a.last;
	text->data[text->len] = '\0';
	close(c->fd);
	c->fd = -1;
	if (waitpid(c->pid, &how, 0) < 0)
		died(p);
	c->pid = 0;
	if (!WIFEXITED(how) || WEXITSTATUS(how) != 0)
		died(p);	/* after its last text, so it did not say why */
}

int
pool_close(struct pool *p, void (*last)(void *arg, struct span text), void *arg)
{
	struct buf text = {0};
	unsigned i;
	int status;

	for (i = 0; i < p->n; i++)
		wait_for(p, &p->children[(p->next + i) % p->n], 0);
	for (i = 0; i < p->n; i++) {
		part(p, &p->children[i], &text);
		last(arg, buf_span(&text));
	}
	buf_free(&text);
	status = p->status;
	pool_free(p);
	return status;
}
