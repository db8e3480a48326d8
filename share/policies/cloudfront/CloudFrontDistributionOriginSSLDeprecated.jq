module {
  "Title": "CloudFront distribution may ask an origin by a deprecated version of SSL or TLS",
  "ResourceType": "AWS::CloudFront::Distribution",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    {"Path": ".Configuration.Origins.Items[].Id", "As": "carried"},
    ".Configuration.Origins.Items[].CustomOriginConfig.OriginProtocolPolicy",
    ".Configuration.Origins.Items[].CustomOriginConfig.OriginSslProtocols.Items"
  ],
  "Parameters": {"Deprecated": ["SSLv3", "TLSv1", "TLSv1.1"]},
  "Remediation": "Leave TLSv1.2 alone in CustomOriginConfig.OriginSslProtocols of the origin with aws cloudfront update-distribution --id ID --distribution-config file://config.json --if-match ETAG; aws cloudfront get-distribution-config --id ID prints both to begin with.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  [ .Configuration.Origins | object("Origins") | .Items | items("Origins.Items")[]
    | select(.CustomOriginConfig | object("CustomOriginConfig") != null and .OriginProtocolPolicy != "http-only")
    | {Id, Deprecated: [.CustomOriginConfig.OriginSslProtocols | object("OriginSslProtocols")
        | .Items | items("OriginSslProtocols.Items")[]
        | text("OriginSslProtocols.Items") | given("OriginSslProtocols.Items")
        | select(IN($parameters.Deprecated[]))]}
    | select(.Deprecated != []) ] as $old
  | select($old != [])
  | {Message: "an origin is spoken to by \([$old[].Deprecated[]] | unique | join(", "))", Evidence: {Origins: $old}};
