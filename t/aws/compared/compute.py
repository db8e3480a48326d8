"""What the AWS CLI says of machines, load balancers and containers."""
from cli import aws, part
from compared.network import described


def own(command, member, kind, name):
    """A type whose ARN names no account."""
    def resources(account, regions):
        for region in regions:
            for item in aws(f"ec2 {command}", region=region)[member]:
                yield f"arn:aws:ec2:{region}::{kind}/{item[name]}", region, item
    return resources


def snapshots(account, regions):
    for arn, region, item in own("describe-snapshots --owner-ids self", "Snapshots", "snapshot", "SnapshotId")(account, regions):
        volumes = aws("ec2 describe-volumes", region=region)["Volumes"]
        images = aws("ec2 describe-images --owners self --include-deprecated --include-disabled", region=region)["Images"]
        yield arn, region, item | {
            "CreateVolumePermissions": aws(
                "ec2 describe-snapshot-attribute --snapshot-id {s} --attribute createVolumePermission", s=item["SnapshotId"],
                region=region)["CreateVolumePermissions"],
            "Volumes": [{"VolumeId": v["VolumeId"]} for v in volumes if v["VolumeId"] == item.get("VolumeId")],
            "Images": [{"SnapshotId": item["SnapshotId"], "ImageId": i["ImageId"]} for i in images
                       for b in i.get("BlockDeviceMappings", []) if b.get("Ebs", {}).get("SnapshotId") == item["SnapshotId"]]}


def hide(place, name):
    if name in place:
        place[name] = "(redacted)"


def launch_templates(account, regions):
    for region in regions:
        versions = aws("ec2 describe-launch-template-versions --versions $Default $Latest", region=region)["LaunchTemplateVersions"]
        for version in versions:
            hide(version["LaunchTemplateData"], "UserData")
        for item in aws("ec2 describe-launch-templates", region=region)["LaunchTemplates"]:
            name = item["LaunchTemplateId"]
            yield f"arn:aws:ec2:{region}:{account}:launch-template/{name}", region, item | {
                "LaunchTemplateVersions": [v for v in versions if v["LaunchTemplateId"] == name]}


def spot_fleets(account, regions):
    for arn, region, item in described("describe-spot-fleet-requests", "SpotFleetRequestConfigs", "spot-fleet-request",
                                       "SpotFleetRequestId")(account, regions):
        for specification in item["SpotFleetRequestConfig"].get("LaunchSpecifications", []):
            hide(specification, "UserData")
        yield arn, region, item


def scaling_groups(account, regions):
    for region in regions:
        for item in aws("autoscaling describe-auto-scaling-groups", region=region)["AutoScalingGroups"]:
            yield item["AutoScalingGroupARN"], region, item | {"ScalingPolicies": aws(
                "autoscaling describe-policies --auto-scaling-group-name {g}", g=item["AutoScalingGroupName"],
                region=region)["ScalingPolicies"]}


def launch_configurations(account, regions):
    for region in regions:
        for item in aws("autoscaling describe-launch-configurations", region=region)["LaunchConfigurations"]:
            hide(item, "UserData")
            yield item["LaunchConfigurationARN"], region, item


def elb_tags(arn, region):
    return aws("elbv2 describe-tags --resource-arns {a}", a=arn, region=region)["TagDescriptions"][0]["Tags"]


def load_balancers(account, regions):
    for region in regions:
        groups = aws("elbv2 describe-target-groups", region=region)["TargetGroups"]
        for item in aws("elbv2 describe-load-balancers", region=region)["LoadBalancers"]:
            arn = item["LoadBalancerArn"]
            acl = None
            if item["Type"] == "application":
                acl = aws("wafv2 get-web-acl-for-resource --resource-arn {a}", a=arn, region=region).get("WebACL", {}).get("ARN")
            yield arn, region, item | {
                "Tags": elb_tags(arn, region),
                "TargetGroups": [group for group in groups if arn in group["LoadBalancerArns"]],
                "Attributes": aws("elbv2 describe-load-balancer-attributes --load-balancer-arn {a}", a=arn,
                                  region=region)["Attributes"],
                "Listeners": aws("elbv2 describe-listeners --load-balancer-arn {a}", a=arn, region=region)["Listeners"],
                "WebACLArn": acl,
            }


def listeners(account, regions):
    for region in regions:
        for balancer in aws("elbv2 describe-load-balancers", region=region)["LoadBalancers"]:
            for item in aws("elbv2 describe-listeners --load-balancer-arn {a}", a=balancer["LoadBalancerArn"],
                            region=region)["Listeners"]:
                arn = item["ListenerArn"]
                yield arn, region, item | {
                    "Tags": elb_tags(arn, region),
                    "Attributes": aws("elbv2 describe-listener-attributes --listener-arn {a}", a=arn, region=region)["Attributes"],
                    "Rules": aws("elbv2 describe-rules --listener-arn {a}", a=arn, region=region)["Rules"],
                }


def target_groups(account, regions):
    for region in regions:
        for item in aws("elbv2 describe-target-groups", region=region)["TargetGroups"]:
            arn = item["TargetGroupArn"]
            yield arn, region, item | {
                "Tags": elb_tags(arn, region),
                "Attributes": aws("elbv2 describe-target-group-attributes --target-group-arn {a}", a=arn,
                                  region=region)["Attributes"],
                "TargetHealthDescriptions": aws("elbv2 describe-target-health --target-group-arn {a}", a=arn,
                                                region=region)["TargetHealthDescriptions"],
            }


def classic_load_balancers(account, regions):
    for region in regions:
        for item in aws("elb describe-load-balancers", region=region)["LoadBalancerDescriptions"]:
            def get(what):
                return aws(f"elb describe-{what}", n=item["LoadBalancerName"], region=region)

            yield f"arn:aws:elasticloadbalancing:{region}:{account}:loadbalancer/{item['LoadBalancerName']}", region, item | {
                "Tags": get("tags --load-balancer-names {n}")["TagDescriptions"][0]["Tags"],
                "LoadBalancerAttributes": get("load-balancer-attributes --load-balancer-name {n}")["LoadBalancerAttributes"],
                "PolicyDescriptions": get("load-balancer-policies --load-balancer-name {n}")["PolicyDescriptions"],
            }


def repositories(account, regions):
    for region in regions:
        for item in aws("ecr describe-repositories", region=region)["repositories"]:
            def get(what, *absent):
                return aws(f"ecr get-{what} --repository-name {{n}}", *absent, n=item["repositoryName"], region=region)

            yield item["repositoryArn"], region, item | {
                "RegistryScanningConfiguration": aws("ecr get-registry-scanning-configuration",
                                                     region=region)["scanningConfiguration"],
                "LifecyclePolicy": part(get("lifecycle-policy", "LifecyclePolicyNotFoundException"), "lifecyclePolicyText"),
                "Policy": part(get("repository-policy", "RepositoryPolicyNotFoundException"), "policyText"),
                "Tags": aws("ecr list-tags-for-resource --resource-arn {a}", a=item["repositoryArn"], region=region)["tags"],
            }


def ecs_clusters(account, regions):
    for region in regions:
        for arn in aws("ecs list-clusters", region=region)["clusterArns"]:
            yield arn, region, aws("ecs describe-clusters --clusters {c} --include TAGS SETTINGS CONFIGURATIONS", c=arn,
                                   region=region)["clusters"][0]


def ecs_services(account, regions):
    for region in regions:
        for cluster in aws("ecs list-clusters", region=region)["clusterArns"]:
            for arn in aws("ecs list-services --cluster {c}", c=cluster, region=region)["serviceArns"]:
                yield arn, region, {"Cluster": {"clusterArn": cluster}} | aws(
                    "ecs describe-services --cluster {c} --services {s} --include TAGS", c=cluster, s=arn, region=region)["services"][0]


def task_definitions(account, regions):
    """The last revision of each family."""
    for region in regions:
        last = {}
        for arn in aws("ecs list-task-definitions --status ACTIVE", region=region)["taskDefinitionArns"]:
            family, _, revision = arn.rpartition(":")
            last[family] = max(last.get(family, 0), int(revision))
        for arn in (f"{family}:{revision}" for family, revision in last.items()):
            item = aws("ecs describe-task-definition --task-definition {a}", a=arn, region=region)["taskDefinition"]
            for container in item["containerDefinitions"]:
                for variable in container.get("environment", []):
                    hide(variable, "value")
            yield arn, region, item | {"Tags": aws("ecs list-tags-for-resource --resource-arn {a}", a=arn, region=region)["tags"]}


def capacity_providers(account, regions):
    for region in regions:
        for item in aws("ecs describe-capacity-providers --include TAGS", region=region)["capacityProviders"]:
            yield item["capacityProviderArn"], region, item


def eks_clusters(account, regions):
    for region in regions:
        for name in aws("eks list-clusters", region=region)["clusters"]:
            yield f"arn:aws:eks:{region}:{account}:cluster/{name}", region, aws(
                "eks describe-cluster --name {n}", n=name, region=region)["cluster"]


def nodegroups(account, regions):
    for region in regions:
        for cluster in aws("eks list-clusters", region=region)["clusters"]:
            for name in aws("eks list-nodegroups --cluster-name {c}", c=cluster, region=region)["nodegroups"]:
                item = aws("eks describe-nodegroup --cluster-name {c} --nodegroup-name {n}", c=cluster, n=name,
                           region=region)["nodegroup"]
                yield item["nodegroupArn"], region, {"Cluster": {"name": cluster}} | item


TYPES = {
    "AWS::AutoScaling::AutoScalingGroup": scaling_groups,
    "AWS::AutoScaling::LaunchConfiguration": launch_configurations,
    "AWS::EC2::Image": own("describe-images --owners self", "Images", "image", "ImageId"),
    "AWS::EC2::KeyPair": described("describe-key-pairs", "KeyPairs", "key-pair", "KeyName"),
    "AWS::EC2::LaunchTemplate": launch_templates,
    "AWS::EC2::Snapshot": snapshots,
    "AWS::EC2::SpotFleet": spot_fleets,
    "AWS::ECR::Repository": repositories,
    "AWS::ECS::CapacityProvider": capacity_providers,
    "AWS::ECS::Cluster": ecs_clusters,
    "AWS::ECS::Service": ecs_services,
    "AWS::ECS::TaskDefinition": task_definitions,
    "AWS::EKS::Cluster": eks_clusters,
    "AWS::EKS::Nodegroup": nodegroups,
    "AWS::ElasticLoadBalancing::LoadBalancer": classic_load_balancers,
    "AWS::ElasticLoadBalancingV2::Listener": listeners,
    "AWS::ElasticLoadBalancingV2::LoadBalancer": load_balancers,
    "AWS::ElasticLoadBalancingV2::TargetGroup": target_groups,
}

LACKS = {
    "moto": {
        "AWS::EC2::RegionSettings": "of its operations EBS's default encryption alone",
        "AWS::EC2::Snapshot": "thirteen hundred of other accounts are listed as the account's own",
        "AWS::ECS::CapacityProvider": "it cannot list them, only describe those that are named",
    },
    "ministack": {
        "AWS::EC2::LaunchTemplate": "versions of no more than one template in a call",
        "AWS::EC2::RegionSettings": "Unknown EC2 action",
        "AWS::EC2::SpotFleet": "Unknown EC2 action",
        "AWS::ECR::Repository": "no scanning configuration of the registry",
        "AWS::ElasticLoadBalancing::LoadBalancer": "no classic load balancers",
        "AWS::ElasticLoadBalancingV2::LoadBalancer": "a load balancer without a web ACL is an error of WAF",
    },
}
