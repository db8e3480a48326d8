/* Lists as options have them: AWS::S3::Bucket,AWS::IAM::User */
#ifndef QRIE_COMMALIST_H
#define QRIE_COMMALIST_H

int commalist_has(const char *list, const char *name);

#endif
