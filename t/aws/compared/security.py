"""What the AWS CLI says of who may do what, and of the services that watch over it."""
from cli import aws
from compared.launched import inline_policies


def groups(account, regions):
    for item in aws("iam list-groups")["Groups"]:
        name = item["GroupName"]
        yield item["Arn"], "global", item | {
            "Users": aws("iam get-group --group-name {g}", g=name)["Users"],
            "AttachedPolicies": aws("iam list-attached-group-policies --group-name {g}", g=name)["AttachedPolicies"],
            "Policies": inline_policies("group", name),
        }


def saml_providers(account, regions):
    for item in aws("iam list-saml-providers")["SAMLProviderList"]:
        yield item["Arn"], "global", item | aws("iam get-saml-provider --saml-provider-arn {a}", a=item["Arn"])


def oidc_providers(account, regions):
    for item in aws("iam list-open-id-connect-providers")["OpenIDConnectProviderList"]:
        yield item["Arn"], "global", item | aws(
            "iam get-open-id-connect-provider --open-id-connect-provider-arn {a}", a=item["Arn"])


def instance_profiles(account, regions):
    for item in aws("iam list-instance-profiles")["InstanceProfiles"]:
        yield item["Arn"], "global", item | {"Tags": aws(
            "iam list-instance-profile-tags --instance-profile-name {n}", n=item["InstanceProfileName"])["Tags"]}


def detectors(account, regions):
    for region in regions:
        for name in aws("guardduty list-detectors", region=region)["DetectorIds"]:
            yield f"arn:aws:guardduty:{region}:{account}:detector/{name}", region, {"DetectorId": name} | aws(
                "guardduty get-detector --detector-id {d}", d=name, region=region)


def firewalls(account, regions):
    for region in regions:
        for item in aws("network-firewall list-firewalls", region=region)["Firewalls"]:
            arn = item["FirewallArn"]
            yield arn, region, item | aws("network-firewall describe-firewall --firewall-arn {a}", a=arn, region=region)["Firewall"] | {
                "LoggingConfiguration": aws("network-firewall describe-logging-configuration --firewall-arn {a}", a=arn,
                                            region=region).get("LoggingConfiguration")}


TYPES = {
    "AWS::IAM::Group": groups,
    "AWS::IAM::SAMLProvider": saml_providers,
    "AWS::IAM::OIDCProvider": oidc_providers,
    "AWS::IAM::InstanceProfile": instance_profiles,
    "AWS::GuardDuty::Detector": detectors,
    "AWS::NetworkFirewall::Firewall": firewalls,
}
NOWHERE = {
    "AWS::AccessAnalyzer::Analyzer": "no IAM Access Analyzer",
    "AWS::NetworkFirewall::FirewallPolicy": "no policies of Network Firewall",
    "AWS::NetworkFirewall::RuleGroup": "no rule groups of Network Firewall",
    "AWS::Macie::Session": "no GetAutomatedDiscoveryConfiguration",
    "AWS::SecurityHub::Hub": "no GetEnabledStandards, no tags of a hub",
    "AWS::IAM::ServerCertificate": "no tags of a certificate",
}
LACKS = {
    "moto": NOWHERE | {"AWS::IAM::InstanceProfile": "no ListInstanceProfileTags"},
    "ministack": NOWHERE | {
        "AWS::GuardDuty::Detector": "no GuardDuty",
        "AWS::NetworkFirewall::Firewall": "no Network Firewall",
    },
}
