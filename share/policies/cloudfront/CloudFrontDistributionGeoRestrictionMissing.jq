module {
  "Title": "CloudFront distribution serves viewers of all countries",
  "ResourceType": "AWS::CloudFront::Distribution",
  "Severity": 10,
  "Category": "access_control",
  "OnRequest": true,
  "Reads": [".Configuration.Restrictions.GeoRestriction.RestrictionType"],
  "Remediation": "If the content is meant for some countries only, set Restrictions.GeoRestriction with aws cloudfront update-distribution --id ID --distribution-config file://config.json --if-match ETAG; aws cloudfront get-distribution-config --id ID prints both to begin with.",
  "Source": ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html"]
};
include "check";

def violation:
  .Configuration.Restrictions.GeoRestriction.RestrictionType | text("Restrictions.GeoRestriction.RestrictionType")
  | select(IN("whitelist", "blacklist") | not)
  | {Message: "no country is left out", Evidence: {RestrictionType: .}};
