"""APIs, distributions, zones, certificates, web ACLs, user pools."""

from estate import TAGS, client, pairs


def gateways(emulator):
    rest = client("apigateway")
    rest.create_rest_api(name="bare")
    full = rest.create_rest_api(name="full", description="d", tags=TAGS, endpointConfiguration={"types": ["REGIONAL"]})["id"]
    root = rest.get_resources(restApiId=full)["items"][0]["id"]
    rest.put_method(restApiId=full, resourceId=root, httpMethod="GET", authorizationType="NONE")
    rest.put_integration(restApiId=full, resourceId=root, httpMethod="GET", type="MOCK")
    rest.create_deployment(restApiId=full, stageName="prod")
    if emulator == "moto":
        rest.update_stage(restApiId=full, stageName="prod", patchOperations=[
            {"op": "replace", "path": "/tracingEnabled", "value": "true"},
            {"op": "replace", "path": "/*/*/logging/loglevel", "value": "INFO"}])
    two = client("apigatewayv2")
    two.create_api(Name="bare", ProtocolType="HTTP")
    api = two.create_api(Name="full", ProtocolType="WEBSOCKET", RouteSelectionExpression="$request.body.action", Tags=TAGS)["ApiId"]
    two.create_stage(ApiId=api, StageName="prod", AccessLogSettings={
        "DestinationArn": "arn:aws:logs:us-east-1:111122223333:log-group:/qrie/api", "Format": "$context.requestId"})
    two.create_route(ApiId=api, RouteKey="$connect", AuthorizationType="AWS_IAM")
    two.create_integration(ApiId=api, IntegrationType="HTTP_PROXY", IntegrationMethod="GET", IntegrationUri="https://example.com")


def domains(emulator):
    if emulator == "moto":
        client("apigateway").create_domain_name(domainName="api.example.com", securityPolicy="TLS_1_2", tags=TAGS,
                                                endpointConfiguration={"types": ["REGIONAL"]})
    else:
        client("apigateway").create_domain_name(domainName="api.example.com", securityPolicy="TLS_1_2")


def distribution(name, more):
    behavior = {"TargetOriginId": "o", "ViewerProtocolPolicy": "redirect-to-https", "MinTTL": 0,
                "ForwardedValues": {"QueryString": False, "Cookies": {"Forward": "none"}}}
    origin = {"Id": "o", "DomainName": "origin.example.com",
              "CustomOriginConfig": {"HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only",
                                     "OriginSslProtocols": {"Quantity": 1, "Items": ["TLSv1.2"]}}}
    if more:
        origin["CustomHeaders"] = {"Quantity": 1, "Items": [{"HeaderName": "X-Origin", "HeaderValue": "correct-Horse-9-staple"}]}
    return {"CallerReference": name, "Comment": name, "Enabled": True, "DefaultCacheBehavior": behavior,
            "Origins": {"Quantity": 1, "Items": [origin]}} | more


def distributions():
    cloudfront = client("cloudfront")
    cloudfront.create_distribution(DistributionConfig=distribution("bare", {}))
    cloudfront.create_distribution_with_tags(DistributionConfigWithTags={
        "DistributionConfig": distribution("full", {
            "DefaultRootObject": "index.html", "PriceClass": "PriceClass_100",
            "Logging": {"Enabled": True, "IncludeCookies": False, "Bucket": "qrie-logs.s3.amazonaws.com", "Prefix": "cdn/"}}),
        "Tags": {"Items": pairs(TAGS)}})


def zones(emulator):
    route53 = client("route53")
    route53.create_hosted_zone(Name="bare.example.com", CallerReference="bare")
    full = route53.create_hosted_zone(Name="full.example.com", CallerReference="full",
                                      HostedZoneConfig={"Comment": "all of it", "PrivateZone": False})["HostedZone"]["Id"]
    route53.change_tags_for_resource(ResourceType="hostedzone", ResourceId=full.rpartition("/")[2], AddTags=pairs(TAGS))
    if emulator == "moto":
        client("logs").create_log_group(logGroupName="/aws/route53/full.example.com")
        route53.create_query_logging_config(
            HostedZoneId=full, CloudWatchLogsLogGroupArn="arn:aws:logs:us-east-1:111122223333:log-group:/aws/route53/full.example.com:*")


def certificates():
    acm = client("acm")
    acm.request_certificate(DomainName="bare.example.com")
    acm.request_certificate(DomainName="full.example.com", SubjectAlternativeNames=["www.full.example.com"],
                            ValidationMethod="DNS", KeyAlgorithm="EC_prime256v1", Tags=pairs(TAGS))


def web_acl(waf, scope, name, more):
    return waf.create_web_acl(
        Name=name, Scope=scope, DefaultAction={"Allow": {}},
        VisibilityConfig={"SampledRequestsEnabled": True, "CloudWatchMetricsEnabled": True, "MetricName": name}, **more)["Summary"]["ARN"]


def web_acls(emulator):
    waf = client("wafv2")
    rules = [{"Name": "rate", "Priority": 0, "Action": {"Block": {}}, "Statement": {"RateBasedStatement": {"Limit": 1000, "AggregateKeyType": "IP"}},
              "VisibilityConfig": {"SampledRequestsEnabled": False, "CloudWatchMetricsEnabled": True, "MetricName": "rate"}}]
    for scope in ("REGIONAL", "CLOUDFRONT"):
        web_acl(waf, scope, f"bare-{scope}", {})
        full = web_acl(waf, scope, f"full-{scope}", {"Rules": rules, "Tags": pairs(TAGS)})
        if emulator == "moto":
            waf.put_logging_configuration(LoggingConfiguration={
                "ResourceArn": full, "LogDestinationConfigs": ["arn:aws:s3:::aws-waf-logs-qrie"]})


def rule_groups():
    waf = client("wafv2")
    seen = {"SampledRequestsEnabled": True, "CloudWatchMetricsEnabled": True, "MetricName": "group"}
    for scope in ("REGIONAL", "CLOUDFRONT"):
        for name, more in ((f"bare-{scope}", {}), (f"full-{scope}", {"Tags": pairs(TAGS), "Description": "d"})):
            waf.create_rule_group(Name=name, Scope=scope, Capacity=10, VisibilityConfig=seen, **more)


def pools():
    cognito, identity = client("cognito-idp"), client("cognito-identity")
    cognito.create_user_pool(PoolName="bare")
    cognito.create_user_pool(PoolName="full", MfaConfiguration="OFF", DeletionProtection="ACTIVE", UserPoolTags=TAGS,
                             Policies={"PasswordPolicy": {"MinimumLength": 14, "RequireSymbols": True}})
    identity.create_identity_pool(IdentityPoolName="open", AllowUnauthenticatedIdentities=True)
    identity.create_identity_pool(IdentityPoolName="closed", AllowUnauthenticatedIdentities=False, IdentityPoolTags={"team": "sec"})


def graphs():
    appsync = client("appsync")
    appsync.create_graphql_api(name="bare", authenticationType="API_KEY")
    full = appsync.create_graphql_api(
        name="full", authenticationType="AWS_IAM", xrayEnabled=True, tags=TAGS,
        logConfig={"fieldLogLevel": "ALL", "cloudWatchLogsRoleArn": "arn:aws:iam::111122223333:role/trail"})["graphqlApi"]["apiId"]
    return appsync, full


def make(emulator):
    gateways(emulator)
    domains(emulator)
    distributions()
    zones(emulator)
    certificates()
    web_acls(emulator)
    rule_groups()
    pools()
    appsync, full = graphs()
    if emulator == "moto":
        appsync.create_api_cache(apiId=full, ttl=60, apiCachingBehavior="FULL_REQUEST_CACHING", type="SMALL",
                                 transitEncryptionEnabled=True, atRestEncryptionEnabled=True)
