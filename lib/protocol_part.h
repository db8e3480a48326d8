/*
 * What the files protocol*.c share; for nobody else.
 * Functions that can fail return 0, or -1 with *why (malloc'd) set.  A JSON null is a C NULL, as in json-c.
 */
#ifndef QRIE_PROTOCOL_PART_H
#define QRIE_PROTOCOL_PART_H

#include "protocol.h"
#include "xml.h"

/* *why = printf(...); returns -1. */
int protocol_fail(char **why, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* The name that a member of a structure travels by, where nothing special holds. */
const char *protocol_wire(const struct member *m);
int protocol_is_scalar(const struct shape *shape);

/* protocol_value.c: scalar values.  Each gives *out. */
int value_parse(struct span text, struct json_object **out, char **why);	/* any JSON, strictly */
int value_of_text(const struct shape *scalar, struct span text, struct json_object **out, char **why);
/* loose: numbers and booleans may come as strings, as botocore reads rest-json. */
int value_of_json(const struct shape *scalar, struct json_object *in, int loose, struct json_object **out, char **why);
struct json_object *value_copy(struct json_object *any);	/* numbers as Python's json prints them again */

/* protocol_xml.c, protocol_json.c: a body's members, added to out. */
int read_xml_output(const struct service *s, const struct operation *op, const struct xml *root,
    struct json_object *out, char **why);
int read_json_output(const struct service *s, const struct operation *op, struct json_object *body,
    struct json_object *out, char **why);

/* protocol_error.c: whatever of code, message and request id a body tells; what is set already stays. */
int is_xml_error(const struct xml *root);
void read_xml_error(const struct xml *root, struct protocol_answer *answer);
void read_json_error(struct json_object *body, struct protocol_answer *answer);
char *error_code(const char *text);		/* without namespace and address; malloc'd */
const char *error_phrase(long status);		/* "Not Found"; "" for one we do not know */

/* protocol_build.c */
void add_header(struct protocol_request *req, const char *name, const char *value);
/* One scalar as text; otherwise is the format of a time for which the shapes say none. */
int scalar_text(const struct member *ref, struct json_object *value, enum member_format otherwise, struct buf *to,
    char **why);

/* protocol_form.c: the body of a query or ec2 request.  protocol_body.c: one in JSON. */
int build_form(const struct service *s, const struct operation *op, struct json_object *parameters,
    struct buf *body, char **why);
int build_json(const struct shape *shape, struct json_object *value, struct buf *body, char **why);
/* protocol_element.c: in canonical XML, without a declaration; members in the order they are given in. */
int build_xml(const struct operation *op, const struct shape *shape, struct json_object *value, struct buf *body,
    char **why);

#endif
