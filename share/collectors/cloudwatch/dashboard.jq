# Dashboards are in no region: each region's endpoint lists them all.
module {
  "ResourceType": "AWS::CloudWatch::Dashboard",
  "Service": "cloudwatch",
  "Scope": "global",
  "List": {
    "Operation": "ListDashboards", "Token": "NextToken",
    "Items": "DashboardEntries[]", "Permission": "cloudwatch:ListDashboards"
  },
  "Detail": [
    {
      "Operation": "GetDashboard", "Parameters": {"DashboardName": ".DashboardName"},
      "From": "DashboardBody", "Into": "DashboardBody", "Permission": "cloudwatch:GetDashboard"
    }
  ],
  "Gone": ["DashboardNotFoundError", "ResourceNotFound"],
  "Tags": null
};

def arn($at): .DashboardArn;
