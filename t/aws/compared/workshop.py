"""What the AWS CLI says of what builds, queries and learns."""
from cli import aws


def projects(account, regions):
    for region in regions:
        names = aws("codebuild list-projects", region=region)["projects"]
        for item in aws("codebuild batch-get-projects --names " + " ".join(names), region=region)["projects"] if names else []:
            for variable in item.get("environment", {}).get("environmentVariables", []):
                variable["value"] = "(redacted)"
            yield f"arn:aws:codebuild:{region}:{account}:project/{item['name']}", region, item


def work_groups(account, regions):
    for region in regions:
        for item in aws("athena list-work-groups", region=region)["WorkGroups"]:
            arn = f"arn:aws:athena:{region}:{account}:workgroup/{item['Name']}"
            yield arn, region, item | {
                "Configuration": aws("athena get-work-group --work-group {n}", n=item["Name"], region=region)["WorkGroup"].get("Configuration"),
                "Tags": aws("athena list-tags-for-resource --resource-arn {a}", a=arn, region=region)["Tags"]}


def jobs(account, regions):
    for region in regions:
        for item in aws("glue get-jobs", region=region)["Jobs"]:
            for name in item.get("DefaultArguments", {}):
                item["DefaultArguments"][name] = "(redacted)"
            arn = f"arn:aws:glue:{region}:{account}:job/{item['Name']}"
            yield arn, region, item | {"Tags": aws("glue get-tags --resource-arn {a}", a=arn, region=region)["Tags"]}


def described(kind, name, listed):
    """SageMaker's: a list, and a description of each."""
    def some(account, regions):
        for region in regions:
            for item in aws(f"sagemaker list-{kind}s", region=region)[listed]:
                arn = item[f"{name}Arn"]
                whole = aws(f"sagemaker describe-{kind} --{kind}-name {{n}}", n=item[f"{name}Name"], region=region)
                for variable in whole.get("PrimaryContainer", {}).get("Environment", {}):
                    whole["PrimaryContainer"]["Environment"][variable] = "(redacted)"
                yield arn, region, item | whole | {
                    "Tags": aws("sagemaker list-tags --resource-arn {a}", a=arn, region=region)["Tags"]}
    return some


TYPES = {
    "AWS::CodeBuild::Project": projects,
    "AWS::Athena::WorkGroup": work_groups,
    "AWS::Glue::Job": jobs,
    "AWS::SageMaker::NotebookInstance": described("notebook-instance", "NotebookInstance", "NotebookInstances"),
    "AWS::SageMaker::EndpointConfig": described("endpoint-config", "EndpointConfig", "EndpointConfigs"),
    "AWS::SageMaker::Model": described("model", "Model", "Models"),
}
LACKS = {
    "moto": {
        "AWS::Athena::WorkGroup": "created anew at each call, and tagged or an error",
        "AWS::CodeBuild::ReportGroup": "no report groups",
        "AWS::Glue::MLTransform": "they cannot be made",
    },
    "ministack": {
        "AWS::CodeBuild::ReportGroup": "no report groups",
        "AWS::Glue::MLTransform": "no GetMLTransforms",
        "AWS::SageMaker::NotebookInstance": "no SageMaker",
        "AWS::SageMaker::EndpointConfig": "no SageMaker",
        "AWS::SageMaker::Model": "no SageMaker",
    },
}
