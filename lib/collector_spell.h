/*
 * A description that has a collector's form but not its spelling: from AWS Config, which writes members in lower case.
 */
#ifndef QRIE_COLLECTOR_SPELL_H
#define QRIE_COLLECTOR_SPELL_H

#include "collector.h"
#include "services.h"

/*
 * The same, spelled as the collector's calls would give it (protocol_spell()).  A null stays where a call puts its
 * answer: there it says "not configured".  services: those that the collector names.  Gives it.
 */
struct json_object *collector_spell(const struct collector *c, const struct services *services,
    struct json_object *configuration);

#endif
