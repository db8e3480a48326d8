"""What the AWS CLI says of what watches, records and rules the rest."""
from cli import aws, part


def trails(account, regions):
    for region in regions:
        for item in aws("cloudtrail describe-trails --no-include-shadow-trails", region=region)["trailList"]:
            arn = item["TrailARN"]
            selectors = aws("cloudtrail get-event-selectors --trail-name {a}", a=arn, region=region)
            yield arn, region, item | {
                "Status": aws("cloudtrail get-trail-status --name {a}", a=arn, region=region),
                "EventSelectors": selectors.get("EventSelectors"),
                "AdvancedEventSelectors": selectors.get("AdvancedEventSelectors"),
                "InsightSelectors": part(aws("cloudtrail get-insight-selectors --trail-name {a}", "InsightNotEnabledException",
                                             a=arn, region=region), "InsightSelectors"),
                "Tags": [tag for found in aws("cloudtrail list-tags --resource-id-list {a}", a=arn, region=region)["ResourceTagList"]
                         for tag in found["TagsList"]],
            }


def all_alarms(kind, members):
    def some(account, regions):
        for region in regions:
            for item in aws(f"cloudwatch describe-alarms --alarm-types {kind}", region=region)[members]:
                yield item["AlarmArn"], region, item | {"Tags": aws(
                    "cloudwatch list-tags-for-resource --resource-arn {a}", a=item["AlarmArn"], region=region)["Tags"]}
    return some


def dashboards(account, regions):
    for item in aws("cloudwatch list-dashboards")["DashboardEntries"]:
        yield item["DashboardArn"], "global", item | {"DashboardBody": aws(
            "cloudwatch get-dashboard --dashboard-name {n}", n=item["DashboardName"])["DashboardBody"]}


def recorders(account, regions):
    for region in regions:
        status = aws("configservice describe-configuration-recorder-status", region=region)["ConfigurationRecordersStatus"]
        for item in aws("configservice describe-configuration-recorders", region=region)["ConfigurationRecorders"]:
            arn = item.get("arn", f"arn:aws:config:{region}:{account}:configuration-recorder/{item['name']}")
            yield arn, region, item | {"Status": [one for one in status if one["name"] == item["name"]]}


def channels(account, regions):
    for region in regions:
        status = aws("configservice describe-delivery-channel-status", region=region)["DeliveryChannelsStatus"]
        for item in aws("configservice describe-delivery-channels", region=region)["DeliveryChannels"]:
            yield f"arn:aws:config:{region}:{account}:delivery-channel/{item['name']}", region, item | {
                "Status": [one for one in status if one["name"] == item["name"]]}


def config_rules(account, regions):
    for region in regions:
        for item in aws("configservice describe-config-rules", region=region)["ConfigRules"]:
            yield item["ConfigRuleArn"], region, item | {"Tags": aws(
                "configservice list-tags-for-resource --resource-arn {a}", a=item["ConfigRuleArn"], region=region)["Tags"]}


def buses(account, regions):
    for region in regions:
        for item in aws("events list-event-buses", region=region)["EventBuses"]:
            yield item["Arn"], region, item | aws("events describe-event-bus --name {n}", n=item["Name"], region=region) | {
                "Tags": aws("events list-tags-for-resource --resource-arn {a}", a=item["Arn"], region=region)["Tags"]}


def rules(account, regions):
    for region in regions:
        for bus in aws("events list-event-buses", region=region)["EventBuses"]:
            for item in aws("events list-rules --event-bus-name {b}", b=bus["Name"], region=region)["Rules"]:
                targets = aws("events list-targets-by-rule --rule {r} --event-bus-name {b}", r=item["Name"],
                              b=item["EventBusName"], region=region)["Targets"]
                for target in targets:
                    for name in target.get("HttpParameters", {}).get("HeaderParameters", {}):
                        target["HttpParameters"]["HeaderParameters"][name] = "(redacted)"
                yield item["Arn"], region, item | {
                    "Targets": targets,
                    "Tags": aws("events list-tags-for-resource --resource-arn {a}", a=item["Arn"], region=region)["Tags"]}


def machines(account, regions):
    for region in regions:
        for item in aws("stepfunctions list-state-machines", region=region)["stateMachines"]:
            arn = item["stateMachineArn"]
            yield arn, region, item | aws("stepfunctions describe-state-machine --state-machine-arn {a}", a=arn, region=region) | {
                "tags": aws("stepfunctions list-tags-for-resource --resource-arn {a}", a=arn, region=region)["tags"]}


def stacks(account, regions):
    for region in regions:
        for item in aws("cloudformation describe-stacks", region=region)["Stacks"]:
            for parameter in item.get("Parameters", []):
                parameter["ParameterValue"] = "(redacted)"
            yield item["StackId"], region, item


def here():
    """The organization, if this is its management account."""
    found = part(aws("organizations describe-organization", "AWSOrganizationsNotInUseException"), "Organization")
    account = aws("sts get-caller-identity")["Account"]
    return found if found and found["MasterAccountId"] == account else None


def accounts(account, regions):
    for item in aws("organizations list-accounts")["Accounts"] if here() else []:
        yield item["Arn"], "global", item | {
            "Parents": aws("organizations list-parents --child-id {i}", i=item["Id"])["Parents"],
            "Tags": aws("organizations list-tags-for-resource --resource-id {i}", i=item["Id"])["Tags"]}


def control_policies(account, regions):
    for item in aws("organizations list-policies --filter SERVICE_CONTROL_POLICY")["Policies"] if here() else []:
        yield item["Arn"], "global", item | {
            "Content": aws("organizations describe-policy --policy-id {i}", i=item["Id"])["Policy"]["Content"],
            "Targets": aws("organizations list-targets-for-policy --policy-id {i}", i=item["Id"])["Targets"],
            "Tags": None if item["AwsManaged"] else aws(
                "organizations list-tags-for-resource --resource-id {i}", i=item["Id"])["Tags"]}


def budgets(account, regions):
    for item in aws("budgets describe-budgets --account-id {a}", a=account)["Budgets"]:
        arn = f"arn:aws:budgets::{account}:budget/{item['BudgetName']}"
        yield arn, "global", item | {
            "Notifications": aws("budgets describe-notifications-for-budget --account-id {a} --budget-name {n}", a=account,
                                 n=item["BudgetName"])["Notifications"],
            "ResourceTags": aws("budgets list-tags-for-resource --resource-arn {a}", a=arn)["ResourceTags"]}


TYPES = {
    "AWS::CloudTrail::Trail": trails,
    "AWS::CloudWatch::Alarm": all_alarms("MetricAlarm", "MetricAlarms"),
    "AWS::CloudWatch::CompositeAlarm": all_alarms("CompositeAlarm", "CompositeAlarms"),
    "AWS::CloudWatch::Dashboard": dashboards,
    "AWS::Config::ConfigurationRecorder": recorders,
    "AWS::Config::DeliveryChannel": channels,
    "AWS::Config::ConfigRule": config_rules,
    "AWS::Events::EventBus": buses,
    "AWS::Events::Rule": rules,
    "AWS::StepFunctions::StateMachine": machines,
    "AWS::CloudFormation::Stack": stacks,
    "AWS::Organizations::Account": accounts,
    "AWS::Organizations::Policy": control_policies,
    "AWS::Budgets::Budget": budgets,
}
LACKS = {
    "moto": {
        "AWS::::Monitoring": "no IAM Access Analyzer",
        "AWS::Organizations::Organization": "no resource policy",
        "AWS::Config::DeliveryChannel": "no DescribeDeliveryChannelStatus",
        "AWS::CloudWatch::CompositeAlarm": "PutCompositeAlarm fails",
        "AWS::Budgets::Budget": "no tags of a budget",
    },
    "ministack": {
        "AWS::CloudTrail::Trail": "no GetInsightSelectors",
        "AWS::Config::ConfigRule": "no tags of a rule",
        "AWS::::Monitoring": "no IAM Access Analyzer, GuardDuty, Security Hub, Macie",
        "AWS::Organizations::Organization": "no resource policy, no delegated administrators",
    },
}
