"""What the AWS CLI says of clusters of data, desktops, transfers and other services that rules of benchmarks read."""
from cli import aws


def told(command, member, arn, describe):
    """A type whose listing's items are described one by one: describe(item, ask) gives what that adds."""
    def resources(account, regions):
        for region in regions:
            def ask(text, **names):
                return aws(text, region=region, **names)

            for item in ask(command)[member]:
                whole = item | describe(item, ask)
                yield arn(whole, region, account), region, whole
    return resources


def emr_settings(account, regions):
    for region in regions:
        yield f"arn:aws:elasticmapreduce:{region}:{account}:settings", region, {
            "BlockPublicAccessConfiguration": aws("emr get-block-public-access-configuration",
                                                  region=region)["BlockPublicAccessConfiguration"]}


def inspector_status(account, regions):
    for region in regions:
        yield f"arn:aws:inspector2:{region}:{account}:account-status", region, aws(
            "inspector2 batch-get-account-status --account-ids {a}", a=account, region=region)


def configuration_sets(account, regions):
    for region in regions:
        for name in aws("sesv2 list-configuration-sets", region=region)["ConfigurationSets"]:
            yield f"arn:aws:ses:{region}:{account}:configuration-set/{name}", region, aws(
                "sesv2 get-configuration-set --configuration-set-name {n}", n=name, region=region)


TYPES = {
    "AWS::ACMPCA::CertificateAuthority": told(
        "acm-pca list-certificate-authorities --resource-owner SELF", "CertificateAuthorities", lambda item, *_: item["Arn"],
        lambda item, ask: {"Tags": ask("acm-pca list-tags --certificate-authority-arn {a}", a=item["Arn"])["Tags"]}),
    "AWS::EMR::RegionSettings": emr_settings,
    "AWS::InspectorV2::AccountStatus": inspector_status,
    "AWS::SES::ConfigurationSet": configuration_sets,
    "AWS::ServiceCatalog::Portfolio": told(
        "servicecatalog list-portfolios", "PortfolioDetails", lambda item, *_: item["ARN"],
        lambda item, ask: {
            "Tags": ask("servicecatalog describe-portfolio --id {i}", i=item["Id"])["Tags"],
            "AccountShares": ask("servicecatalog describe-portfolio-shares --portfolio-id {i} --type ACCOUNT",
                                 i=item["Id"])["PortfolioShareDetails"]}),
    "AWS::Transfer::Server": told(
        "transfer list-servers", "Servers", lambda item, *_: item["Arn"],
        lambda item, ask: ask("transfer describe-server --server-id {s}", s=item["ServerId"])["Server"]),
    "AWS::WorkSpaces::Workspace": told(
        "workspaces describe-workspaces", "Workspaces",
        lambda item, region, account: f"arn:aws:workspaces:{region}:{account}:workspace/{item['WorkspaceId']}",
        lambda item, ask: {"Tags": ask("workspaces describe-tags --resource-id {w}", w=item["WorkspaceId"])["TagList"]}),
}

NONE = "none of its operations"
LACKS = {
    "moto": {
        "AWS::ComputeOptimizer::IdleRecommendation": NONE,
        "AWS::Connect::Instance": "no attributes of an instance",
        "AWS::DataSync::Task": "no tags of a task",
        "AWS::EMR::Cluster": "each region lists those of all",
        "AWS::EMR::SecurityConfiguration": "one can be made and described, but not listed",
        "AWS::ElasticBeanstalk::Environment": "no settings of an environment",
        "AWS::SES::ConfigurationSet": "its listing is there or is not, as the client may be",
        "AWS::Transfer::Connector": "none is answered as the API has it",
    },
    "ministack": {
        "AWS::ACMPCA::CertificateAuthority": NONE,
        "AWS::ComputeOptimizer::IdleRecommendation": NONE,
        "AWS::Connect::Instance": NONE,
        "AWS::DataSync::Task": NONE,
        "AWS::EMR::Cluster": "no instances of a cluster",
        "AWS::EMR::SecurityConfiguration": NONE,
        "AWS::ElasticBeanstalk::Environment": NONE,
        "AWS::ServiceCatalog::Portfolio": NONE,
        "AWS::Transfer::Connector": NONE,
        "AWS::WorkSpaces::Workspace": NONE,
    },
}
