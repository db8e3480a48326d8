/* What the name of a resource type tells, AWS::SNS::Topic. */
#ifndef QRIE_RESOURCETYPE_H
#define QRIE_RESOURCETYPE_H

/* "sns": the service, in small letters; NULL if it is no such name.  malloc'd. */
char *resource_type_service(const char *type);

#endif
