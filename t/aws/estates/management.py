"""Trails, alarms, recorders, rules, machines, stacks, the organization, budgets."""
import json

from estate import TAGS, TRUST, client, pairs

TEMPLATE = {
    "Parameters": {"Name": {"Type": "String"}},
    "Resources": {"Queue": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": {"Ref": "Name"}}}},
    "Outputs": {"Url": {"Value": {"Ref": "Queue"}}},
}


def trails(emulator):
    s3, logs, iam = client("s3"), client("logs"), client("iam")
    s3.create_bucket(Bucket="qrie-trails")
    logs.create_log_group(logGroupName="/qrie/trail")
    role = iam.create_role(RoleName="trail", AssumeRolePolicyDocument=json.dumps(TRUST))["Role"]["Arn"]
    group = logs.describe_log_groups(logGroupNamePrefix="/qrie/trail")["logGroups"][0]["arn"]
    trail = client("cloudtrail")
    trail.create_trail(Name="bare", S3BucketName="qrie-trails")
    trail.create_trail(
        Name="full", S3BucketName="qrie-trails", IsMultiRegionTrail=True, EnableLogFileValidation=True,
        CloudWatchLogsLogGroupArn=group, CloudWatchLogsRoleArn=role, TagsList=pairs(TAGS))
    trail.start_logging(Name="full")
    trail.put_event_selectors(TrailName="full", EventSelectors=[
        {"ReadWriteType": "All", "IncludeManagementEvents": True,
         "DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3"]}]}])
    if emulator == "moto":
        trail.put_insight_selectors(TrailName="full", InsightSelectors=[{"InsightType": "ApiCallRateInsight"}])
    client("cloudtrail", "eu-west-1").create_trail(Name="europe", S3BucketName="qrie-trails")


def alarms(emulator):
    logs, watch = client("logs"), client("cloudwatch")
    topic = client("sns").create_topic(Name="alarms")["TopicArn"]
    for name in ("root", "denied"):
        logs.put_metric_filter(
            logGroupName="/qrie/trail", filterName=name, filterPattern="{ $.userIdentity.type = \"Root\" }",
            metricTransformations=[{"metricName": f"{name}-calls", "metricNamespace": "qrie", "metricValue": "1"}])
    client("kinesis").create_stream(StreamName="logs", ShardCount=1)
    logs.put_subscription_filter(
        logGroupName="/qrie/trail", filterName="all", filterPattern="",
        destinationArn="arn:aws:kinesis:us-east-1:111122223333:stream/logs", roleArn="arn:aws:iam::111122223333:role/trail")
    common = {"Namespace": "qrie", "Statistic": "Sum", "Period": 300, "EvaluationPeriods": 1, "Threshold": 1.0,
              "ComparisonOperator": "GreaterThanOrEqualToThreshold"}
    watch.put_metric_alarm(AlarmName="root", MetricName="root-calls", AlarmActions=[topic], Tags=pairs(TAGS), **common)
    watch.put_metric_alarm(AlarmName="bare", MetricName="other", ActionsEnabled=False, **common)
    if emulator == "ministack":
        watch.put_composite_alarm(AlarmName="either", AlarmRule="ALARM(root) OR ALARM(bare)", Tags=pairs(TAGS))
    watch.put_dashboard(DashboardName="qrie", DashboardBody=json.dumps({"widgets": [
        {"type": "text", "x": 0, "y": 0, "width": 3, "height": 3, "properties": {"markdown": "grüße"}}]}))


def recorders():
    config = client("config")
    config.put_configuration_recorder(ConfigurationRecorder={
        "name": "default", "roleARN": "arn:aws:iam::111122223333:role/trail",
        "recordingGroup": {"allSupported": True, "includeGlobalResourceTypes": True}})
    config.put_delivery_channel(DeliveryChannel={"name": "default", "s3BucketName": "qrie-trails"})
    config.start_configuration_recorder(ConfigurationRecorderName="default")
    stopped = client("config", "eu-west-1")
    stopped.put_configuration_recorder(ConfigurationRecorder={
        "name": "default", "roleARN": "arn:aws:iam::111122223333:role/trail",
        "recordingGroup": {"allSupported": False, "includeGlobalResourceTypes": False, "resourceTypes": ["AWS::EC2::Volume"]}})
    for name, more in (("bare", {}), ("tagged", {"Tags": pairs(TAGS)})):
        config.put_config_rule(ConfigRule={
            "ConfigRuleName": name, "Source": {"Owner": "AWS", "SourceIdentifier": "S3_BUCKET_VERSIONING_ENABLED"}}, **more)


def events():
    bridge = client("events")
    bridge.create_event_bus(Name="own", Tags=pairs(TAGS))
    bridge.put_permission(EventBusName="own", Action="events:PutEvents", Principal="444455556666", StatementId="other")
    bridge.put_rule(Name="every-hour", ScheduleExpression="rate(1 hour)", State="DISABLED")
    bridge.put_rule(Name="every-hour", EventBusName="own", EventPattern=json.dumps({"source": ["aws.s3"]}), Tags=pairs(TAGS))
    bridge.put_targets(Rule="every-hour", EventBusName="own", Targets=[
        {"Id": "queue", "Arn": "arn:aws:sqs:us-east-1:111122223333:q", "InputPath": "$.detail"},
        {"Id": "web", "Arn": "arn:aws:events:us-east-1:111122223333:api-destination/d/1",
         "HttpParameters": {"HeaderParameters": {"X-Token": "correct-Horse-9-staple"}}}])


def machines():
    steps = client("stepfunctions")
    definition = json.dumps({"StartAt": "End", "States": {"End": {"Type": "Pass", "End": True}}})
    role = "arn:aws:iam::111122223333:role/trail"
    steps.create_state_machine(name="bare", definition=definition, roleArn=role)
    group = "arn:aws:logs:us-east-1:111122223333:log-group:/qrie/trail:*"
    steps.create_state_machine(
        name="full", definition=definition, roleArn=role, type="EXPRESS", tags=pairs(TAGS, "key", "value"),
        loggingConfiguration={"level": "ALL", "includeExecutionData": True,
                              "destinations": [{"cloudWatchLogsLogGroup": {"logGroupArn": group}}]},
        tracingConfiguration={"enabled": True})


def stacks():
    cloudformation = client("cloudformation")
    topic = client("sns").create_topic(Name="stacks")["TopicArn"]
    for name, more in (("bare", {}), ("full", {"EnableTerminationProtection": True, "Tags": pairs(TAGS), "NotificationARNs": [topic]})):
        cloudformation.create_stack(
            StackName=name, TemplateBody=json.dumps(TEMPLATE),
            Parameters=[{"ParameterKey": "Name", "ParameterValue": f"queue-{name}"}], **more)
    cloudformation.create_stack(StackName="deleted", TemplateBody=json.dumps(TEMPLATE),
                                Parameters=[{"ParameterKey": "Name", "ParameterValue": "queue-deleted"}])
    cloudformation.delete_stack(StackName="deleted")


def organization(emulator):
    if emulator == "moto":
        client("organizations").create_organization(FeatureSet="ALL")
    organizations = client("organizations")
    organizations.create_account(AccountName="member", Email="member@example.com", Tags=pairs(TAGS))
    organizations.create_policy(
        Name="guard", Type="SERVICE_CONTROL_POLICY", Description="no leaving", Tags=pairs(TAGS),
        Content=json.dumps({"Version": "2012-10-17", "Statement": [
            {"Effect": "Deny", "Action": "organizations:LeaveOrganization", "Resource": "*"}]}))


def budgets():
    made = client("budgets")
    for name, more in (("bare", {}), ("full", {
            "ResourceTags": pairs(TAGS),
            "NotificationsWithSubscribers": [{
                "Notification": {"NotificationType": "ACTUAL", "ComparisonOperator": "GREATER_THAN", "Threshold": 80.0},
                "Subscribers": [{"SubscriptionType": "EMAIL", "Address": "ops@example.com"}]}]})):
        made.create_budget(AccountId="111122223333", Budget={
            "BudgetName": name, "BudgetLimit": {"Amount": "100", "Unit": "USD"}, "TimeUnit": "MONTHLY", "BudgetType": "COST"}, **more)


def make(emulator):
    trails(emulator)
    alarms(emulator)
    recorders()
    events()
    machines()
    stacks()
    organization(emulator)
    budgets()
    if emulator == "moto":
        client("account").put_alternate_contact(
            AlternateContactType="SECURITY", Name="Security", Title="Team", EmailAddress="security@example.com", PhoneNumber="+1 555 0100")
