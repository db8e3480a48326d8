module {
  "Title": "RDS instance's Performance Insights name no key",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.PerformanceInsightsEnabled",
    {"Path": ".Configuration.PerformanceInsightsKMSKeyId", "As": "shape"}
  ],
  "Remediation": "The queries that Performance Insights record can hold data. The key is set when it is turned on and cannot be changed: aws rds modify-db-instance --db-instance-identifier NAME --no-enable-performance-insights, then --enable-performance-insights --performance-insights-kms-key-id KEY.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html"
  ]
};
include "check";

def violation:
  .Configuration
  | (.PerformanceInsightsKMSKeyId | text("PerformanceInsightsKMSKeyId")) as $key
  | .PerformanceInsightsEnabled | flag("PerformanceInsightsEnabled") | select(. == true)
  | select($key == null or $key == "")
  | {
      Message: "Performance Insights are recorded without a key",
      Evidence: {PerformanceInsightsEnabled: ., PerformanceInsightsKMSKeyId: $key}
    };
