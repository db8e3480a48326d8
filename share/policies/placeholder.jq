# Names of hosts that stand for nobody's: those that RFC 2606 reserves, and what a parameter adds.

# Of a host: is it one of the places, or below one?  A place that begins with a dot is a top-level domain.
def placeholder($places):
  ascii_downcase
  | . as $host
  | any($places[]; . as $place
      | $host == $place or ($host | endswith(if $place | startswith(".") then $place else ".\($place)" end)));
