"""Queues, streams, brokers, secrets and parameters: one that was only made, and one with what can be set."""
import json

import boto3

TAGS = [{"Key": "team", "Value": "messages"}]


def secrets(emulator, region):
    manager = boto3.client("secretsmanager", region_name=region)
    manager.create_secret(Name="bare", SecretString="not-a-secret-1")
    full = manager.create_secret(Name="full", SecretString="not-a-secret-2", Description="rotates", Tags=TAGS)["ARN"]
    manager.put_resource_policy(SecretId=full, ResourcePolicy=json.dumps({"Version": "2012-10-17", "Statement": [{
        "Effect": "Deny", "Principal": "*", "Action": "secretsmanager:DeleteSecret", "Resource": "*"}]}))
    ssm = boto3.client("ssm", region_name=region)
    ssm.put_parameter(Name="bare", Type="String", Value="plain")
    ssm.put_parameter(Name="/app/full", Type="SecureString", Value="not-a-secret-3", Description="kept", Tags=TAGS)
    if emulator == "moto":
        for name, tags in (("bare", []), ("full", TAGS)):
            ssm.create_document(Name=name, DocumentType="Command", DocumentFormat="JSON", Tags=tags, Content=json.dumps(
                {"schemaVersion": "2.2", "description": name, "mainSteps": [
                    {"action": "aws:runShellScript", "name": "run", "inputs": {"runCommand": ["true"]}}]}))
        ssm.modify_document_permission(Name="full", PermissionType="Share", AccountIdsToAdd=["444455556666"])


def queues(region):
    sqs = boto3.client("sqs", region_name=region)
    sqs.create_queue(QueueName="bare")
    full = sqs.create_queue(QueueName="full", tags={"team": "messages"}, Attributes={
        "SqsManagedSseEnabled": "true", "MessageRetentionPeriod": "86400"})["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=full, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    sqs.set_queue_attributes(QueueUrl=full, Attributes={"Policy": json.dumps({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sqs:SendMessage", "Resource": arn}]})})
    sns = boto3.client("sns", region_name=region)
    topic = sns.create_topic(Name="subscribed")["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)
    kms = boto3.client("kms", region_name=region)
    key = kms.create_key()["KeyMetadata"]["KeyId"]
    for name in ("alias/one", "alias/two"):
        kms.create_alias(AliasName=name, TargetKeyId=key)


def streams(region):
    kinesis = boto3.client("kinesis", region_name=region)
    kinesis.create_stream(StreamName="bare", ShardCount=1)
    kinesis.create_stream(StreamName="full", ShardCount=1)
    kinesis.add_tags_to_stream(StreamName="full", Tags={"team": "messages"})
    kinesis.increase_stream_retention_period(StreamName="full", RetentionPeriodHours=168)
    kinesis.start_stream_encryption(StreamName="full", EncryptionType="KMS", KeyId="alias/aws/kinesis")
    firehose = boto3.client("firehose", region_name=region)
    place = {"RoleARN": "arn:aws:iam::111122223333:role/firehose", "BucketARN": "arn:aws:s3:::delivered"}
    firehose.create_delivery_stream(DeliveryStreamName="bare", ExtendedS3DestinationConfiguration=place)
    firehose.create_delivery_stream(DeliveryStreamName="full", ExtendedS3DestinationConfiguration=place, Tags=TAGS,
                                    DeliveryStreamEncryptionConfigurationInput={"KeyType": "AWS_OWNED_CMK"})


def brokers(emulator, region):
    mq = boto3.client("mq", region_name=region)
    plain = {"EngineType": "RABBITMQ", "EngineVersion": "3.13", "HostInstanceType": "mq.m5.large",
             "Users": [{"Username": "admin", "Password": "not-a-secret-4"}]}
    mq.create_broker(BrokerName="bare", AutoMinorVersionUpgrade=False, PubliclyAccessible=True, DeploymentMode="SINGLE_INSTANCE", **plain)
    mq.create_broker(BrokerName="full", AutoMinorVersionUpgrade=True, PubliclyAccessible=False, DeploymentMode="SINGLE_INSTANCE",
                     Logs={"General": True}, Tags={"team": "messages"}, **plain)
    if emulator == "moto":
        kafka = boto3.client("kafka", region_name=region)
        nodes = {"InstanceType": "kafka.m7g.large", "ClientSubnets": ["subnet-1a2b3c4d", "subnet-5e6f7a8b"]}
        kafka.create_cluster_v2(ClusterName="bare", Provisioned={
            "BrokerNodeGroupInfo": nodes, "KafkaVersion": "3.6.0", "NumberOfBrokerNodes": 2})
        kafka.create_cluster_v2(ClusterName="full", Tags={"team": "messages"}, Provisioned={
            "BrokerNodeGroupInfo": nodes, "KafkaVersion": "3.6.0", "NumberOfBrokerNodes": 2,
            "EnhancedMonitoring": "PER_TOPIC_PER_BROKER", "EncryptionInfo": {"EncryptionInTransit": {"ClientBroker": "TLS"}}})


def make(emulator):
    for region in ("us-east-1", "eu-west-1"):
        secrets(emulator, region)
        queues(region)
        streams(region)
        brokers(emulator, region)
