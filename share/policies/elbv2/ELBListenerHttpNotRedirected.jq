module {
  "Title": "HTTP listener does not redirect to HTTPS",
  "ResourceType": "AWS::ElasticLoadBalancingV2::Listener",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.Protocol",
    ".Configuration.Port",
    ".Configuration.DefaultActions[].Type",
    ".Configuration.DefaultActions[].RedirectConfig.Protocol",
    ".Configuration.Rules[].IsDefault",
    ".Configuration.Rules[].Priority",
    ".Configuration.Rules[].Actions[].Type",
    ".Configuration.Rules[].Actions[].RedirectConfig.Protocol"
  ],
  "Remediation": "Redirect everything: aws elbv2 modify-listener --listener-arn ARN --default-actions Type=redirect,RedirectConfig={Protocol=HTTPS,Port=443,StatusCode=HTTP_301}, and delete the rules that forward: aws elbv2 delete-rule --rule-arn RULE.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-1"
  ]
};
include "check";

# #{protocol} is that of the request, which came by HTTP.
def redirects:
  items("actions") | any(.[]; (.Type | text("Type") | . == "redirect")
    and (.RedirectConfig.Protocol | text("RedirectConfig.Protocol") // "" | ascii_upcase) == "HTTPS");

def violation:
  .Configuration
  | select(.Protocol | text("Protocol") | given("Protocol") | . == "HTTP")
  | (.DefaultActions | given("DefaultActions") | redirects) as $default
  | [.Rules | items("Rules")[] | select(.IsDefault != true) | select(.Actions | redirects | not) | .Priority] as $rules
  | select(($default | not) or $rules != [])
  | {
      Message: (if $default then "not redirected by the rules of priority \($rules | join(", "))"
          else "requests stay with HTTP" end),
      Evidence: {Protocol, Port, NotRedirecting: (if $default then $rules else ["default"] + $rules end)}
    };
