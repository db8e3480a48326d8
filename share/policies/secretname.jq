# Names of variables under which a secret is handed over as a value.
include "check";

# Of a name: its words; DB_PASSWORD, dbPassword and db-password have two.
def name_words: gsub("(?<a>[a-z0-9])(?<b>[A-Z])"; "\(.a)_\(.b)") | ascii_upcase | [splits("[^A-Z0-9]+")];

# Of a name: whether its value will be a secret.  What ends in one of the second list tells where the secret is, or
# something about it.  Of AWS's own credentials one is called an id.
def names_secret($allowed):
  . as $name
  | name_words as $words
  | if any($allowed[]; . == $name) then false
    elif any("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "ECS_ENGINE_AUTH_DATA";
      . == $name) then true
    elif any("ARN", "NAME", "ID", "PATH", "FILE", "DIR", "URL", "URI", "ENDPOINT", "HOST", "PORT", "PARAMETER", "PARAM",
      "REF", "VERSION", "BUCKET", "TABLE", "QUEUE", "TOPIC", "REGION", "PREFIX", "SUFFIX", "HEADER", "TTL", "EXPIRY",
      "EXPIRATION", "LENGTH", "TYPE", "COUNT", "LIMIT", "ENABLED", "MANAGER", "ISSUER", "AUDIENCE", "PROVIDER";
      . == $words[-1]) then false
    else
      any("PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "SECRETS", "TOKEN", "APIKEY", "CREDENTIAL", "CREDENTIALS";
        . as $word | any($words[]; . == $word))
      or ($words[-1] == "KEY" and any("API", "PRIVATE", "ACCESS", "ENCRYPTION", "SIGNING", "LICENSE"; . == $words[-2]))
    end;
