"""Desktops, transfers and other services that rules of benchmarks read: moto holds most of them."""
import boto3

REGION = "us-east-1"
TAGS = [{"Key": "Name", "Value": "full"}, {"Key": "grüße", "Value": "a & b"}]
SUBJECT = {"KeyAlgorithm": "RSA_2048", "SigningAlgorithm": "SHA256WITHRSA", "Subject": {"CommonName": "qrie"}}


def client(service):
    return boto3.client(service, region_name=REGION)


def desktops(subnets, vpc):
    directory = client("ds").create_directory(
        Name="corp.example.com", Password="Hunter2-Hunter2", Size="Small",
        VpcSettings={"VpcId": vpc, "SubnetIds": subnets})["DirectoryId"]
    workspaces = client("workspaces")
    workspaces.register_workspace_directory(DirectoryId=directory)
    workspaces.create_workspaces(Workspaces=[
        {"DirectoryId": directory, "UserName": "ann", "BundleId": "wsb-1", "Tags": TAGS, "RootVolumeEncryptionEnabled": True,
         "VolumeEncryptionKey": f"arn:aws:kms:{REGION}:111122223333:key/1"},
        {"DirectoryId": directory, "UserName": "bob", "BundleId": "wsb-1"}])


def transfers():
    transfer = client("transfer")
    transfer.create_server()
    transfer.create_server(Protocols=["FTPS"], Tags=TAGS, LoggingRole="arn:aws:iam::111122223333:role/log")


def others():
    pca, catalog = client("acm-pca"), client("servicecatalog")
    pca.create_certificate_authority(CertificateAuthorityType="ROOT", CertificateAuthorityConfiguration=SUBJECT)
    pca.create_certificate_authority(CertificateAuthorityType="SUBORDINATE", CertificateAuthorityConfiguration=SUBJECT, Tags=TAGS)
    catalog.create_portfolio(DisplayName="bare", ProviderName="qrie")
    catalog.create_portfolio(DisplayName="full", ProviderName="qrie", Tags=TAGS)


def mail():
    ses = client("sesv2")
    ses.create_configuration_set(ConfigurationSetName="bare")
    ses.create_configuration_set(ConfigurationSetName="full", DeliveryOptions={"TlsPolicy": "REQUIRE"}, Tags=TAGS)


def make(emulator):
    transfers()
    mail()
    client("emr").put_block_public_access_configuration(BlockPublicAccessConfiguration={"BlockPublicSecurityGroupRules": True})
    client("inspector2").enable(accountIds=["111122223333"], resourceTypes=["EC2", "ECR"])
    if emulator == "ministack":
        return
    ec2 = client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.8.0.0/16")["Vpc"]["VpcId"]
    subnets = [ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.8.{n}.0/24", AvailabilityZone=f"{REGION}{zone}")["Subnet"]["SubnetId"]
               for n, zone in enumerate("ab")]
    desktops(subnets, vpc)
    others()
