"""Builds, queries, jobs, notebooks and models."""
from estate import TAGS, client, pairs

ROLE = "arn:aws:iam::111122223333:role/service-role/worker"


def projects():
    build = client("codebuild")
    common = {"source": {"type": "S3", "location": "qrie-source/source.zip"}, "artifacts": {"type": "NO_ARTIFACTS"}, "serviceRole": ROLE}
    environment = {"type": "LINUX_CONTAINER", "image": "aws/codebuild/standard:7.0", "computeType": "BUILD_GENERAL1_SMALL"}
    build.create_project(name="bare-project", environment=environment, **common)
    build.create_project(name="full-project", tags=pairs(TAGS, "key", "value"), environment=environment | {
        "environmentVariables": [{"name": "PASSWORD", "value": "correct-Horse-9-staple", "type": "PLAINTEXT"}]}, **common)


def queries():
    athena = client("athena")
    athena.create_work_group(Name="bare")
    athena.create_work_group(Name="full", Description="d", Tags=pairs(TAGS), Configuration={
        "ResultConfiguration": {"OutputLocation": "s3://qrie-results/", "EncryptionConfiguration": {"EncryptionOption": "SSE_S3"}},
        "EnforceWorkGroupConfiguration": True, "PublishCloudWatchMetricsEnabled": True})


def jobs():
    glue = client("glue")
    command = {"Name": "glueetl", "ScriptLocation": "s3://qrie-scripts/job.py"}
    glue.create_job(Name="bare", Role=ROLE, Command=command)
    glue.create_job(Name="full", Role=ROLE, Command=command, GlueVersion="4.0", Tags=TAGS,
                    DefaultArguments={"--password": "correct-Horse-9-staple"})


def learning():
    sagemaker = client("sagemaker")
    for name, more in (("bare", {}), ("full", {"RootAccess": "Disabled", "DirectInternetAccess": "Disabled", "SubnetId": "subnet-1",
                                              "Tags": pairs(TAGS)})):
        sagemaker.create_notebook_instance(NotebookInstanceName=name, InstanceType="ml.t3.medium", RoleArn=ROLE, **more)
    image = {"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/m:1", "ModelDataUrl": "s3://qrie-models/m.tar.gz",
             "Environment": {"TOKEN": "correct-Horse-9-staple"}}
    sagemaker.create_model(ModelName="model", PrimaryContainer=image, ExecutionRoleArn=ROLE, Tags=pairs(TAGS))
    sagemaker.create_endpoint_config(EndpointConfigName="endpoint", Tags=pairs(TAGS), ProductionVariants=[
        {"VariantName": "v", "ModelName": "model", "InitialInstanceCount": 1, "InstanceType": "ml.m5.large"}])


def make(emulator):
    projects()
    if emulator == "ministack":
        queries()
    jobs()
    if emulator == "moto":
        learning()
