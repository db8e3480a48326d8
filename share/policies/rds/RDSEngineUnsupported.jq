# The last days of standard support in AWS's release calendars, for the engines that AWS publishes them of; commercial
# engines are not in the list.  Those of MySQL, MariaDB and PostgreSQL, of Aurora too, are as endoflife.date read them
# there in August 2026; those of Aurora MySQL 5.6 and 5.7 stand in its release notes.  Not found again, and from memory:
# MariaDB 10.2, PostgreSQL 9.6 and 10, and Aurora MySQL 8.0.  Say by the parameter what must be right.
module {
  "Title": "Database runs a version past the end of its standard support",
  "ResourceType": ["AWS::RDS::DBInstance", "AWS::RDS::DBCluster"],
  "Severity": 60,
  "Category": "maintenance",
  "Reads": [
    ".ResourceType",
    {"Path": ".Configuration.DBClusterIdentifier", "As": "shape"},
    ".Configuration.Engine",
    ".Configuration.EngineVersion"
  ],
  "Parameters": {
    "EndOfSupport": {
      "mysql": {"5.6": "2022-03-01", "5.7": "2024-02-29", "8.0": "2026-07-31", "8.4": "2029-07-31"},
      "mariadb": {
        "10.2": "2022-10-15", "10.3": "2023-10-23", "10.4": "2025-02-28", "10.5": "2026-08-31", "10.6": "2026-12-31",
        "10.11": "2028-02-29", "11.4": "2029-05-31", "11.8": "2028-06-30", "12.3": "2029-06-30"
      },
      "postgres": {
        "9.6": "2022-04-26", "10": "2023-04-17", "11": "2024-02-29", "12": "2025-02-28", "13": "2026-02-28",
        "14": "2027-02-28", "15": "2028-02-29", "16": "2029-02-28", "17": "2030-02-28", "18": "2031-02-28"
      },
      "aurora": {"5.6": "2023-02-28"},
      "aurora-mysql": {"5.7": "2024-10-31", "8.0": "2028-04-30"},
      "aurora-postgresql": {
        "9.6": "2022-04-30", "10": "2023-04-17", "11": "2024-02-29", "12": "2025-02-28", "13": "2026-02-28",
        "14": "2027-02-28", "15": "2028-02-29", "16": "2029-02-28", "17": "2030-02-28", "18": "2031-02-28"
      }
    }
  },
  "Remediation": "Upgrade it, with a copy of it first: aws rds create-blue-green-deployment --blue-green-deployment-name NAME --source ARN --target-engine-version VERSION, test, then switch over. aws rds describe-db-major-engine-versions --engine ENGINE tells the dates of today. Until then AWS charges extended support for each vCPU and hour.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MariaDB.Concepts.VersionMgmt.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.release-calendars.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.Updates.20Updates.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html",
    "https://endoflife.date/amazon-rds-mysql",
    "https://endoflife.date/amazon-rds-mariadb",
    "https://endoflife.date/amazon-rds-postgresql",
    "https://endoflife.date/amazon-aurora-postgresql"
  ]
};
include "check";

# "8.0.mysql_aurora.3.05.2" as [8, 0], "11.22-rds.20241121" as [11, 22]
def numbers: split(".")[:2] | map(split("-")[0] | tonumber);

def violation($now; $parameters):
  select(.ResourceType == "AWS::RDS::DBCluster" or .Configuration.DBClusterIdentifier == null)
  | .Configuration
  | (.Engine | text("Engine") | given("Engine")) as $engine
  | ($parameters.EndOfSupport | object("EndOfSupport") | .[$engine] | object($engine)) as $ends
  | select($ends != null)
  | (.EngineVersion | text("EngineVersion") | given("EngineVersion")) as $version
  | [$ends | to_entries[] | select(.key as $key | $version == $key or ($version | startswith("\($key).")))] as $known
  | if $known != [] then $known[0].value
    elif all($ends | keys[] | numbers; . > ($version | numbers)) then "long ago"
    elif all($ends | keys[] | numbers; . < ($version | numbers)) then empty
    else error("the list of versions does not tell of \($engine) \($version)") end
  | select(. == "long ago" or $now[:10] > .)
  | {
      Message: "standard support of \($engine) \($version) ended: \(.)",
      Evidence: {Engine: $engine, EngineVersion: $version, EndOfSupport: .}
    };
