# Versions that come to the end of their support.
include "check";

# The input, a version, by a table of the days on which versions end: that day, if it is over; else nothing.  A version
# that the table does not know is an error.
def support_ended($now; $table):
  . as $version
  | $table | object("the table of versions") | given("the table of versions")
  | .[$version] | text("the end of support")
  | if . == null then error("\($version) is in no table of versions: add the end of its support to the parameter")
      else . end
  | select(. <= $now[:10]);
