# DMS gives back no password, but its model has places for some, and extra attributes may hold one.
module {
  "ResourceType": "AWS::DMS::Endpoint",
  "Service": "dms",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeEndpoints", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "Endpoints[]", "Permission": "dms:DescribeEndpoints"
  },
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceArn": "$ARN"},
      "From": "TagList", "Into": "Tags", "Permission": "dms:ListTagsForResource"
    }
  ],
  "Redact": [
    ".ExtraConnectionAttributes", ".MongoDbSettings.Password", ".KafkaSettings.SslClientKeyPassword",
    ".KafkaSettings.SaslPassword", ".RedshiftSettings.Password", ".PostgreSQLSettings.Password", ".MySQLSettings.Password",
    ".OracleSettings.AsmPassword", ".OracleSettings.Password", ".OracleSettings.SecurityDbEncryption",
    ".SybaseSettings.Password", ".MicrosoftSQLServerSettings.Password", ".IBMDb2Settings.Password",
    ".DocDbSettings.Password", ".RedisSettings.AuthPassword", ".GcpMySQLSettings.Password"
  ],
  "Gone": ["ResourceNotFoundFault"]
};

def arn($at): .EndpointArn;
