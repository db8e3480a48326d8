/* What the files of terraform.h share: a document is read into resources, which maps name, links join, records print. */
#ifndef QRIE_TERRAFORM_PART_H
#define QRIE_TERRAFORM_PART_H

#include "coverage.h"
#include "functions.h"
#include "table.h"
#include "terraform.h"

/* A map's word on another type that its resources belong to, or take from. */
struct tf_link {
	struct tf_map *map, *to;	/* to: NULL if the other type does not occur */
	char *type;			/* the other's */
	char *by;			/* this attribute ... */
	char **is;			/* ... is one of these attributes of the other; NULL: all in the account */
	char *after;			/* what of by's value comes before that, up to the next slash; NULL: nothing */
	struct span when;		/* attributes and texts, an object: the link is none if one has another text */
	int regional;			/* without by: all in the region */
	char *as;			/* the member that the other becomes here; NULL: this is a part of the other */
	int back;			/* it is the other that names this */
	const struct tf_link *back_of;	/* the same, seen from the other */
};

/* share/terraform/TYPE.jq, or its absence. */
struct tf_map {
	char *type;			/* "aws_s3_bucket" */
	int found;
	struct buf text;		/* the file; the spans point into it */
	char *resource_type, *service;	/* NULL: only a part of others */
	int global;			/* in no region */
	struct tf_link *links;
	size_t nlinks;
	int paths;			/* a path in an ARN does not count: names differ in their last step */
	struct span computed, declared, live, written, name;	/* JSON, or {NULL, 0} */
	int relates;			/* it has a function related */
	size_t arn, configuration, join, related;	/* numbers of its functions */
	size_t *resources;		/* of its type in the document */
	size_t nresources;
};

struct tf_maps {
	const char *dir;
	struct buf aliases;		/* aliases.json: an object */
	struct tf_map **all;		/* by type, ascending */
	size_t n, compiled;		/* compiled: how many there were when functions were */
	struct functions *functions;
};

/* What a JSON string says, malloc'd; "" for anything else. */
char *tf_text(struct span string);

/* Reads aliases.json, if dir has one.  0, or -1 having said why. */
int tf_maps_open(struct tf_maps *maps, const char *dir);
/* The type, a JSON string, or the one that it is an old name of. */
struct span tf_type(const struct tf_maps *maps, struct span type);
/* The map of a type, which is no alias, loaded when first asked for; NULL having said why. */
struct tf_map *tf_map(struct tf_maps *maps, struct span type);
/* Makes the functions of all maps callable.  0, or -1 having said why. */
int tf_maps_compile(struct tf_maps *maps);
void tf_maps_forget(struct tf_maps *maps);	/* the resources of a document */
void tf_maps_free(struct tf_maps *maps);

/* A module as it is called in a plan's configuration: one, whatever its count. */
struct tf_module {
	char *path;			/* "module.a.module.b"; "" for the root */
	size_t parent;			/* its number; the root's is its own */
	struct span object, call;
};

/* A resource as it is written in a plan's configuration: one, whatever its count. */
struct tf_block {
	char *key;			/* module path, blank, "aws_s3_bucket.logs" */
	size_t module;
	struct span type, object, expressions;	/* type: not by an old name */
};

struct tf_config {
	struct span whole, variables;
	struct tf_module *modules;
	size_t nmodules;
	struct tf_block *blocks;	/* by key, ascending */
	size_t nblocks;
};

/* Reads a plan's configuration.  {NULL, 0} is one that declares nothing. */
void tf_config_read(struct tf_config *c, const struct tf_maps *maps, struct span configuration, struct span variables);
void tf_config_free(struct tf_config *c);
/* module: with or without indices.  NULL: not in the configuration. */
const struct tf_block *tf_config_block(const struct tf_config *c, const char *module, struct span type,
    struct span name);
/* A text that a provider's expression is, or names a variable for; {NULL, 0} if it cannot be told. */
struct span tf_config_provider(const struct tf_config *c, const struct tf_block *block, const char *name);
void tf_strip_indices(const char *address, struct buf *to);	/* appends a[0].b["c.d"] as a.b */

/* What an expression refers to. */
struct tf_target {
	const struct tf_block *block;
	char *module;			/* its path, with the indices that were written */
	char *index;			/* [0], ["a"]; "": not written */
};

struct tf_refs {
	struct tf_target *targets;	/* of the type asked for */
	size_t ntargets;
	char **keys;			/* all else, ascending: shared variables and their like */
	size_t nkeys;
};

/* What block's attribute refers to, resources of a type foremost. */
void tf_refs_read(struct tf_refs *refs, const struct tf_config *c, const struct tf_block *block, const char *attribute,
    const char *type);
void tf_refs_free(struct tf_refs *refs);

enum tf_action { TF_NONE, TF_CREATE, TF_UPDATE, TF_SAME, TF_DELETE };

/* Another resource that a link found. */
struct tf_joined {
	const struct tf_link *link;
	size_t resource;
	int maybe;			/* it may be this or another: nothing that it says is known */
	int gone;			/* a part that the plan takes away: it says nothing, but that this changes */
};

struct tf_resource {
	struct tf_map *map;
	char *address, *module;		/* module: "" for the root; both with indices */
	struct span type, name, index;	/* as they stand in the document; index {NULL, 0} or null: none */
	struct span provider;		/* its block's key where the configuration is known: "aws.west" */
	struct span values, unknown, sensitive, sensitive_paths;
	struct span before;		/* what a plan's change was made from; {NULL, 0} if it changes nothing */
	struct span actions;		/* a plan's, as it has them: ["delete","create"] */
	enum tf_action action;
	const struct tf_block *block;	/* or NULL */
	char *account, *region, *partition;	/* account, region: NULL if they cannot be told */
	struct tf_joined *parts, *others;	/* what belongs to it; what it takes from */
	size_t nparts, nothers;
};

/* Where resources are written: the files of modules, read when first needed. */
struct tf_sources;

/* dir: the root module's.  NULL having said why. */
struct tf_sources *tf_sources_open(const char *dir);
/*
 * Where a resource's block is.  One in a module that is fetched from elsewhere is where that module is called: there its
 * owner can change something.  0, or -1 if there is no telling.
 */
int tf_sources_find(struct tf_sources *s, const struct tf_config *c, const struct tf_block *block, const char **file,
    unsigned long *line);
int tf_sources_close(struct tf_sources *s);	/* 0, or -1 if something could not be read, which was said */

/* What an inventory says of the resources of a plan: memory grows with the plan alone. */
struct tf_live {
	struct table types;		/* struct span: those that are asked about */
	struct table names, counts, regions;
	struct coverage coverage;
	int failed;			/* some line or file was bad */
};

struct tf_document {
	const char *name;		/* for messages */
	int is_plan;
	struct buf text;
	struct span time;		/* a JSON text, or {NULL, 0} */
	struct tf_config config;
	struct tf_sources *sources;	/* NULL: nobody asks where resources are written */
	struct tf_live *live;		/* NULL: nobody asks what is there */
	struct tf_resource *all;
	size_t n;
	struct span account, region;	/* as data sources tell, or {NULL, 0} */
	int accounts, regions;		/* how many different ones they tell */
};

/* text is read, the rest is zero.  0, or -1 having said why. */
int tf_read(struct tf_document *d, struct tf_maps *maps);
void tf_document_free(struct tf_document *d);

/* Fills account, region and partition of all resources. */
void tf_place(struct tf_document *d, const struct source_options *o);
/* Fills parts and others of all resources. */
void tf_join(struct tf_document *d, struct tf_maps *maps);

/* What stands for a value that is not known: U+0001, the code, U+0001. */
#define TF_UNKNOWN "KnownAfterApply"
#define TF_SENSITIVE "Sensitive"
#define TF_ELSEWHERE "NotInTerraform"
/* The code of a JSON value that holds such a text, or NULL. */
const char *tf_code(struct span value);
/* A resource's attributes as its map sees them, JSON.  Not if maybe: then each is unknown. */
void tf_attributes(const struct tf_document *d, const struct tf_resource *r, int maybe, struct buf *to);

/* Does the plan change it, or anything that its record is made of? */
int tf_changes(const struct tf_document *d, const struct tf_resource *r);

/* The resource's ARN or what stands for one that is not known, JSON, appended.  0, or -1 having said why. */
int tf_arn(const struct tf_document *d, const struct tf_resource *r, struct tf_maps *maps, struct span attributes,
    struct buf *to);

/* What of a record could not be known: its list, as JSON. */
struct tf_unknowns {
	struct buf list;
	const char *operation;
};

void tf_add_unknown(struct tf_unknowns *u, const char *path, const char *operation, const char *code);

/* Reads an inventory for all resources of the document. */
void tf_live_read(struct tf_document *d, struct tf_maps *maps, char *inventory);
/* Appends the member Live, if the map asks for it. */
void tf_live_add(const struct tf_document *d, const struct tf_resource *r, struct span arn, struct tf_unknowns *u,
    struct buf *to);
int tf_live_close(struct tf_live *live);	/* 0, or -1 if some of the inventory was bad */

/* Appends the member Written: what of the resource is written out in a plan's configuration, and what by variables. */
void tf_written_add(const struct tf_document *d, const struct tf_resource *r, struct tf_unknowns *u, struct buf *to);
/* Parts of it, each with a comma behind: the name; account ids and regions in texts; others named by a text. */
void tf_name_add(const struct tf_document *d, const struct tf_resource *r, struct tf_unknowns *u, struct buf *to);
void tf_constants_add(const struct tf_resource *r, struct buf *to);
void tf_unreferenced_add(const struct tf_document *d, const struct tf_resource *r, struct buf *to);

/* Prints the record of a resource.  0, or -1 having said why there is none. */
int tf_record(const struct tf_document *d, const struct tf_resource *r, struct tf_maps *maps, time_t now);

#endif
