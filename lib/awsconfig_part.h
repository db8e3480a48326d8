/* What the files of awsconfig.h share: items are sorted by resource, maps and collectors say what they are. */
#ifndef QRIE_AWSCONFIG_PART_H
#define QRIE_AWSCONFIG_PART_H

#include "awsconfig.h"
#include "collector.h"
#include "services.h"
#include "sorter.h"

/* share/config/SERVICE/TYPE.jq */
struct config_map {
	char *name;				/* "s3/bucket" */
	struct json_object *metadata;		/* owns all texts */
	const char *config_type, *type;		/* Config's name of the type, and ours */
	struct json_object *not_recorded;	/* paths, or NULL */
	size_t function;			/* configuration */
};

struct config_maps {
	struct config_map *all;
	size_t n;
	struct functions *functions;
	struct collector_set collectors;
	struct services services;
	const char *shapes;
};

/* 0; or -1 having said why. */
int config_maps_load(struct config_maps *maps, const struct source_options *o);
void config_maps_free(struct config_maps *maps);
/* Of a type as Config names it; NULL if there is none. */
const struct config_map *config_map(const struct config_maps *maps, const char *config_type);
/* Of a type as we name it, its services loaded; NULL if there is none. */
const struct collector *config_collector(struct config_maps *maps, const char *type);

/* An item, in either form. */
struct config_item {
	struct json_object *object;		/* owns all texts */
	const char *type, *id, *arn, *account, *region, *status;	/* arn: NULL if it has none */
	time_t captured;
};

/* 0; or -1 with *why (static) set: it is no configuration item. */
int config_item_read(struct config_item *item, struct span text, const char **why);
void config_item_free(struct config_item *item);
int config_item_is_gone(const struct config_item *item);

/* The items of a run. */
struct config_run {
	const struct source_options *options;
	struct config_maps maps;
	struct sorter items;
	int status;
};

/* Begins and ends one.  Status 3 from begin: it cannot run. */
int config_run_begin(struct config_run *run, const struct source_options *o);
/* Adds an item if it is wanted.  0; or -1 with *why set: it is none; -2 having said why: it cannot be kept. */
int config_run_add(struct config_run *run, struct span text, const char **why);
/* Prints the newest of each resource, sorted.  The status of all. */
int config_run_end(struct config_run *run);

/* Prints the record of an item.  0, or -1 having said what is wrong with it. */
int config_record(struct config_maps *maps, const struct config_item *item);

#endif
