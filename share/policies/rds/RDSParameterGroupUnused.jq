module {
  "Title": "Parameter group of databases is used by none",
  "ResourceType": "AWS::RDS::DBParameterGroup",
  "Severity": 5,
  "Category": "maintenance",
  "OnRequest": true,
  "Reads": [{"Path": ".ARN", "OneOf": [":pg:default."]}, {"Path": ".Configuration.DBInstances", "As": "shape"}],
  "Remediation": "What nothing uses nobody looks after, and the next one takes it by its name. See that no template names it, then run aws rds delete-db-parameter-group --db-parameter-group-name NAME.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBParameterGroup.html"
  ]
};
include "check";

def violation:
  select(.ARN | text("ARN") | given("ARN") | contains(":pg:default.") | not)
  | .Configuration.DBInstances | given("DBInstances") | items("DBInstances") | select(. == [])
  | {Message: "nothing uses it", Evidence: {DBInstances: .}};
