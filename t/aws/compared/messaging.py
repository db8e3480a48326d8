"""What the AWS CLI says of queues, streams, brokers, secrets and parameters."""
from cli import aws


def secrets(account, regions):
    for region in regions:
        for item in aws("secretsmanager list-secrets", region=region)["SecretList"]:
            yield item["ARN"], region, item | {"ResourcePolicy": aws(
                "secretsmanager get-resource-policy --secret-id {a}", a=item["ARN"], region=region).get("ResourcePolicy")}


def parameters(account, regions):
    for region in regions:
        for item in aws("ssm describe-parameters", region=region)["Parameters"]:
            name = item["Name"]
            yield f"arn:aws:ssm:{region}:{account}:parameter/{name.lstrip('/')}", region, item | {
                "Tags": aws("ssm list-tags-for-resource --resource-type Parameter --resource-id {n}", n=name, region=region)["TagList"]}


def documents(account, regions):
    for region in regions:
        for item in aws("ssm list-documents --filters Key=Owner,Values=Self", region=region)["DocumentIdentifiers"]:
            yield f"arn:aws:ssm:{region}:{account}:document/{item['Name']}", region, item | {
                "AccountIds": aws("ssm describe-document-permission --permission-type Share --name {n}", n=item["Name"],
                                  region=region)["AccountIds"]}


def settings(account, regions):
    for region in regions:
        def get(name):
            return aws("ssm get-service-setting --setting-id {n}", n=name, region=region)["ServiceSetting"]

        yield f"arn:aws:ssm:{region}:{account}:servicesetting/ssm", region, {
            "DocumentPublicSharing": get("/ssm/documents/console/public-sharing-permission"),
            "AutomationLogDestination": get("/ssm/automation/customer-script-log-destination"),
        }


def queues(account, regions):
    for region in regions:
        for url in aws("sqs list-queues", region=region).get("QueueUrls", []):
            def get(what):
                return aws(f"sqs {what} --queue-url {{u}}", u=url, region=region)

            yield f"arn:aws:sqs:{region}:{account}:{url.rpartition('/')[2]}", region, {
                "QueueUrl": url,
                "Attributes": get("get-queue-attributes --attribute-names All")["Attributes"],
                "Tags": get("list-queue-tags").get("Tags"),
            }


def subscriptions(account, regions):
    for region in regions:
        for item in aws("sns list-subscriptions", region=region)["Subscriptions"]:
            yield item["SubscriptionArn"], region, item


def aliases(account, regions):
    for region in regions:
        for item in aws("kms list-aliases", region=region)["Aliases"]:
            yield f"arn:aws:kms:{region}:{account}:{item['AliasName']}", region, item


def streams(account, regions):
    for region in regions:
        for name in aws("kinesis list-streams", region=region)["StreamNames"]:
            def get(what):
                return aws(f"kinesis {what} --stream-name {{n}}", n=name, region=region)

            yield (f"arn:aws:kinesis:{region}:{account}:stream/{name}", region,
                   get("describe-stream-summary")["StreamDescriptionSummary"] | {"Tags": get("list-tags-for-stream")["Tags"]})


def deliveries(account, regions):
    for region in regions:
        for name in aws("firehose list-delivery-streams", region=region)["DeliveryStreamNames"]:
            def get(what):
                return aws(f"firehose {what} --delivery-stream-name {{n}}", n=name, region=region)

            yield (f"arn:aws:firehose:{region}:{account}:deliverystream/{name}", region,
                   get("describe-delivery-stream")["DeliveryStreamDescription"] | {"Tags": get("list-tags-for-delivery-stream")["Tags"]})


def kafka(account, regions):
    for region in regions:
        for item in aws("kafka list-clusters-v2", region=region)["ClusterInfoList"]:
            yield item["ClusterArn"], region, item


def brokers(account, regions):
    for region in regions:
        for item in aws("mq list-brokers", region=region)["BrokerSummaries"]:
            yield item["BrokerArn"], region, item | aws("mq describe-broker --broker-id {b}", b=item["BrokerId"], region=region)


TYPES = {
    "AWS::SecretsManager::Secret": secrets,
    "AWS::SSM::Parameter": parameters,
    "AWS::SSM::Document": documents,
    "AWS::SSM::ServiceSetting": settings,
    "AWS::SQS::Queue": queues,
    "AWS::SNS::Subscription": subscriptions,
    "AWS::KMS::Alias": aliases,
    "AWS::Kinesis::Stream": streams,
    "AWS::KinesisFirehose::DeliveryStream": deliveries,
    "AWS::MSK::Cluster": kafka,
    "AWS::AmazonMQ::Broker": brokers,
}

LACKS = {
    "moto": {
        "AWS::SSM::ServiceSetting": "none",
        "AWS::SSM::ManagedInstanceInventory": "none",
        "AWS::KafkaConnect::Connector": "none",
    },
    "ministack": {
        "AWS::SSM::Document": "none",
        "AWS::SSM::ManagedInstanceInventory": "no compliance",
        "AWS::MSK::Cluster": "no second version of its API",
        "AWS::KafkaConnect::Connector": "none",
    },
}
