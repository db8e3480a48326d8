/* The ids of accounts. */
#ifndef QRIE_ACCOUNTID_H
#define QRIE_ACCOUNTID_H

/* Is it twelve digits? */
int account_is_id(const char *text);

#endif
