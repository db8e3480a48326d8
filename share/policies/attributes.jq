# Settings that AWS tells as a list of keys and values.
include "check";

# Of such a list: the value of a key; null, if it is not among them.
def attribute($key): [items("Attributes")[] | select(.Key == $key) | .Value] | .[0] | text($key);
