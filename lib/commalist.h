/* Lists as options have them: AWS::S3::Bucket,AWS::IAM::User */
#ifndef QRIE_COMMALIST_H
#define QRIE_COMMALIST_H

int commalist_has(const char *list, const char *name);
/* The items that are not empty, NULL at the end, all malloc'd (commalist_free()). */
char **commalist_split(const char *list);
void commalist_free(char **items);	/* NULL is fine */

#endif
