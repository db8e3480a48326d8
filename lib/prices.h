/*
 * What AWS charges for API calls, by share/prices/calls.json: list prices, without free tiers.  Amounts are whole
 * nanodollars (1e-9 US dollars), so that nothing is rounded: the cheapest call costs 400.
 */
#ifndef QRIE_PRICES_H
#define QRIE_PRICES_H

#include "collector.h"

enum { PRICES_TEXT = 32 };

/* Sets nanodollars of every call.  0; or -1 having said why. */
int prices_put(const char *file, struct collector_set *set);
/* An amount in US dollars, as a JSON number without needless digits: 0, 0.0000004, 12.5. */
void prices_print(unsigned long long nanodollars, char text[PRICES_TEXT]);

#endif
