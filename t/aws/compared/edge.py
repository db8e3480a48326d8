"""What the AWS CLI says of what answers the world: names, certificates, APIs and their guards."""
from cli import aws, part


def rest_apis(account, regions):
    for region in regions:
        for item in aws("apigateway get-rest-apis", region=region).get("items", []):
            yield f"arn:aws:apigateway:{region}::/restapis/{item['id']}", region, item | {
                "Stages": aws("apigateway get-stages --rest-api-id {i}", i=item["id"], region=region).get("item"),
                "Authorizers": aws("apigateway get-authorizers --rest-api-id {i}", i=item["id"], region=region).get("items", []),
            }


def domain_names(account, regions):
    for region in regions:
        for item in aws("apigateway get-domain-names", region=region).get("items", []):
            yield item.get("domainNameArn", f"arn:aws:apigateway:{region}::/domainnames/{item['domainName']}"), region, item


def apis(account, regions):
    for region in regions:
        for item in aws("apigatewayv2 get-apis", region=region)["Items"]:
            def get(what):
                return aws(f"apigatewayv2 get-{what} --api-id {{i}}", i=item["ApiId"], region=region)["Items"]

            yield f"arn:aws:apigateway:{region}::/apis/{item['ApiId']}", region, item | {
                "Stages": get("stages"), "Routes": get("routes"), "Integrations": get("integrations")}


def hidden(origins):
    for origin in origins["Items"]:
        for header in origin.get("CustomHeaders", {}).get("Items", []):
            header["HeaderValue"] = "(redacted)"
    return origins


def distributions(account, regions):
    for item in aws("cloudfront list-distributions").get("DistributionList", {}).get("Items", []):
        config = aws("cloudfront get-distribution-config --id {i}", i=item["Id"])["DistributionConfig"]
        yield item["ARN"], "global", item | config | {
            "Origins": hidden(config["Origins"]),
            "Tags": aws("cloudfront list-tags-for-resource --resource {a}", a=item["ARN"])["Tags"]["Items"]}


def zones(account, regions):
    logging = aws("route53 list-query-logging-configs")["QueryLoggingConfigs"]
    for item in aws("route53 list-hosted-zones")["HostedZones"]:
        name = item["Id"].rpartition("/")[2]
        yield f"arn:aws:route53:::hostedzone/{name}", "global", item | {
            "QueryLoggingConfigs": [one | {"HostedZoneId": item["Id"]} for one in logging if one["HostedZoneId"] == name],
            "Tags": aws("route53 list-tags-for-resource --resource-type hostedzone --resource-id {i}", i=name)["ResourceTagSet"]["Tags"]}


KEY_TYPES = "RSA_1024,RSA_2048,RSA_3072,RSA_4096,EC_prime256v1,EC_secp384r1,EC_secp521r1"


def certificates(account, regions):
    for region in regions:
        for item in aws(f"acm list-certificates --includes keyTypes={KEY_TYPES}", region=region)["CertificateSummaryList"]:
            arn = item["CertificateArn"]
            yield arn, region, item | aws("acm describe-certificate --certificate-arn {a}", a=arn, region=region)["Certificate"] | {
                "Tags": aws("acm list-tags-for-certificate --certificate-arn {a}", a=arn, region=region)["Tags"]}


def web_acls(account, regions):
    for scope, place in [("REGIONAL", region) for region in regions] + [("CLOUDFRONT", "us-east-1")]:
        logging = aws(f"wafv2 list-logging-configurations --scope {scope}", region=place)["LoggingConfigurations"]
        for item in aws(f"wafv2 list-web-acls --scope {scope}", region=place)["WebACLs"]:
            whole = aws(f"wafv2 get-web-acl --scope {scope} --name {{n}} --id {{i}}", n=item["Name"], i=item["Id"], region=place)
            tags = aws("wafv2 list-tags-for-resource --resource-arn {a}", a=item["ARN"], region=place)
            yield item["ARN"], "global" if scope == "CLOUDFRONT" else place, item | whole["WebACL"] | {
                "LoggingConfigurations": [one for one in logging if one["ResourceArn"] == item["ARN"]],
                "Tags": tags["TagInfoForResource"]["TagList"]}


def rule_groups(account, regions):
    for scope, place in [("REGIONAL", region) for region in regions] + [("CLOUDFRONT", "us-east-1")]:
        for item in aws(f"wafv2 list-rule-groups --scope {scope}", region=place)["RuleGroups"]:
            whole = aws(f"wafv2 get-rule-group --scope {scope} --name {{n}} --id {{i}}", n=item["Name"], i=item["Id"], region=place)
            tags = aws("wafv2 list-tags-for-resource --resource-arn {a}", a=item["ARN"], region=place)
            yield item["ARN"], "global" if scope == "CLOUDFRONT" else place, item | whole["RuleGroup"] | {
                "Tags": tags["TagInfoForResource"]["TagList"]}


def graphql_apis(account, regions):
    for region in regions:
        for item in aws("appsync list-graphql-apis", region=region)["graphqlApis"]:
            yield item["arn"], region, item | {"apiCache": part(
                aws("appsync get-api-cache --api-id {i}", "NotFoundException", i=item["apiId"], region=region), "apiCache")}


def user_pools(account, regions):
    for region in regions:
        for item in aws("cognito-idp list-user-pools --max-results 60", region=region)["UserPools"]:
            yield f"arn:aws:cognito-idp:{region}:{account}:userpool/{item['Id']}", region, item | aws(
                "cognito-idp describe-user-pool --user-pool-id {i}", i=item["Id"], region=region)["UserPool"]


def identity_pools(account, regions):
    for region in regions:
        for item in aws("cognito-identity list-identity-pools --max-results 60", region=region)["IdentityPools"]:
            name = item["IdentityPoolId"]
            yield f"arn:aws:cognito-identity:{region}:{account}:identitypool/{name}", region, item | aws(
                "cognito-identity describe-identity-pool --identity-pool-id {i}", i=name, region=region)


TYPES = {
    "AWS::ApiGateway::RestApi": rest_apis,
    "AWS::ApiGateway::DomainName": domain_names,
    "AWS::ApiGatewayV2::Api": apis,
    "AWS::CloudFront::Distribution": distributions,
    "AWS::Route53::HostedZone": zones,
    "AWS::CertificateManager::Certificate": certificates,
    "AWS::WAFv2::WebACL": web_acls,
    "AWS::WAFv2::RuleGroup": rule_groups,
    "AWS::AppSync::GraphQLApi": graphql_apis,
    "AWS::Cognito::UserPool": user_pools,
    "AWS::Cognito::IdentityPool": identity_pools,
}
LACKS = {
    "moto": {"AWS::CertificateManager::Certificate": "it issues them a minute after they were asked for, while they are looked at"},
    "ministack": {
        "AWS::Route53::HostedZone": "no ListQueryLoggingConfigs",
        "AWS::WAFv2::WebACL": "no ListLoggingConfigurations",
    },
}
