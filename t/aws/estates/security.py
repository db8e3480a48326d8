"""Groups, providers, certificates; the services that watch."""
import json

from estate import NARROW, TAGS, client, pairs

METADATA = ('<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/{0}">' +
            "x" * 1000 + "</EntityDescriptor>")


def identities():
    iam = client("iam")
    iam.create_group(GroupName="bare")
    iam.create_group(GroupName="operators", Path="/team/")
    iam.create_user(UserName="operator")
    iam.add_user_to_group(GroupName="operators", UserName="operator")
    iam.attach_group_policy(GroupName="operators", PolicyArn=iam.create_policy(
        PolicyName="operating", PolicyDocument=json.dumps(NARROW))["Policy"]["Arn"])
    for name in ("first", "second"):
        iam.put_group_policy(GroupName="operators", PolicyName=name, PolicyDocument=json.dumps(NARROW))
    iam.create_saml_provider(Name="bare", SAMLMetadataDocument=METADATA.format("bare"))
    iam.create_saml_provider(Name="tagged", SAMLMetadataDocument=METADATA.format("tagged"), Tags=pairs(TAGS))
    iam.create_open_id_connect_provider(Url="https://bare.example.com", ThumbprintList=["a" * 40])
    iam.create_open_id_connect_provider(
        Url="https://tagged.example.com/x", ClientIDList=["sts.amazonaws.com"], ThumbprintList=["b" * 40, "c" * 40], Tags=pairs(TAGS))
    iam.create_instance_profile(InstanceProfileName="bare")
    iam.create_instance_profile(InstanceProfileName="tagged", Tags=pairs(TAGS))


def watching():
    guardduty = client("guardduty")
    guardduty.create_detector(
        Enable=True, FindingPublishingFrequency="ONE_HOUR", Tags=TAGS,
        Features=[{"Name": "S3_DATA_EVENTS", "Status": "ENABLED"}, {"Name": "EKS_AUDIT_LOGS", "Status": "DISABLED"}])
    client("guardduty", "eu-west-1").create_detector(Enable=False)


def network_firewalls():
    firewall = client("network-firewall")
    for name, more in (("bare", {}), ("guarded", {"DeleteProtection": True, "SubnetChangeProtection": True, "Tags": pairs(TAGS)})):
        firewall.create_firewall(
            FirewallName=name, VpcId="vpc-1", SubnetMappings=[{"SubnetId": "subnet-1"}],
            FirewallPolicyArn="arn:aws:network-firewall:us-east-1:111122223333:firewall-policy/p", **more)
    firewall.update_logging_configuration(FirewallName="guarded", LoggingConfiguration={"LogDestinationConfigs": [
        {"LogType": "ALERT", "LogDestinationType": "S3", "LogDestination": {"bucketName": "qrie-logs", "prefix": "alerts"}}]})


def make(emulator):
    identities()
    if emulator == "moto":
        watching()
        network_firewalls()
