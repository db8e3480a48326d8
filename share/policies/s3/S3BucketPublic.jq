# S3 applies the stricter of the bucket's and the account's setting, flag by flag: a flag blocks if either is true.
# A bucket without a block, or without one of its flags, is not shown to be private, whatever its policy and ACL say today.
# Allowed lists the buckets that are meant to be public, each by name or by ARN.
module {
  "Title": "S3 bucket does not block public access",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [
    {"Path": ".ARN", "OneOf": "Allowed"},
    ".Configuration.PublicAccessBlockConfiguration",
    {
      "Path": ".Configuration.AccountPublicAccessBlockConfiguration",
      "Possible": [
        {"BlockPublicAcls": true, "IgnorePublicAcls": true, "BlockPublicPolicy": true, "RestrictPublicBuckets": true},
        null
      ]
    }
  ],
  "Parameters": {"Allowed": []},
  "Remediation": "Turn on all four Block Public Access settings: aws s3api put-public-access-block --bucket NAME --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true. First see whether the bucket policy or an ACL serves anybody through public access; publish such content through CloudFront instead. A bucket that must stay public belongs in the parameter Allowed.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html"
  ]
};

def flag($name):
  .[$name]
  | if . == null or type == "boolean" then . == true
    else error("\($name) is \(type), not true or false") end;

def allowed($list):
  if $list | type != "array" then error("the parameter Allowed is no list")
  else .ARN as $arn | any($list[]; . == $arn or . == ($arn | split(":") | last)) end;

def violation($now; $parameters):
  .Configuration.PublicAccessBlockConfiguration as $bucket
  | .Configuration.AccountPublicAccessBlockConfiguration as $account
  | [ "BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"
      | . as $name
      | [($bucket, $account) | flag($name)]
      | select(any | not)
      | $name ] as $open
  | select($open != [] and (allowed($parameters.Allowed) | not))
  | {
      Message: "public access is not blocked: \($open | join(", ")) not true",
      Evidence: {
        PublicAccessBlockConfiguration: $bucket,
        AccountPublicAccessBlockConfiguration: $account,
        NotBlocked: $open
      }
    };
