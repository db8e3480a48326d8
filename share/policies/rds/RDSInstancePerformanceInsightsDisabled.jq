module {
  "Title": "RDS instance does not record what loads it",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 25,
  "Category": "monitoring",
  "OnRequest": true,
  "Reads": [".Configuration.Engine", ".Configuration.PerformanceInsightsEnabled"],
  "Remediation": "Run aws rds modify-db-instance --db-instance-identifier NAME --enable-performance-insights --performance-insights-retention-period 7. Seven days cost nothing. It is not there for the smallest instance classes of MySQL and MariaDB.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.Engine | text("Engine") | given("Engine") | IN("neptune", "db2-se", "db2-ae") | not)
  | .PerformanceInsightsEnabled | flag("PerformanceInsightsEnabled") | select(. != true)
  | {Message: "Performance Insights is off", Evidence: {PerformanceInsightsEnabled: .}};
