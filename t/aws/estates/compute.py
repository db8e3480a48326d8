"""Machines, load balancers and containers: of each type a bare resource and one with all that can be set on it."""
import base64
import io
import json
import zipfile

import boto3

REGION = "us-east-1"
SECRET = "hunter2"
TRUST = {"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": ["eks.amazonaws.com", "lambda.amazonaws.com"]}, "Action": "sts:AssumeRole"}]}
PULL = {"Version": "2012-10-17", "Statement": [
    {"Sid": "all", "Effect": "Allow", "Principal": "*", "Action": "ecr:BatchGetImage"}]}
EXPIRE = {"rules": [{"rulePriority": 1, "selection": {"tagStatus": "untagged", "countType": "imageCountMoreThan", "countNumber": 1},
                     "action": {"type": "expire"}}]}


def client(service):
    return boto3.client(service, region_name=REGION)


def tags(name, key="Key", value="Value"):
    return [{key: "Name", value: name}, {key: "grüße", value: "a & b"}]


def tagged(kind, name):
    return [{"ResourceType": kind, "Tags": tags(name)}]


def network():
    ec2 = client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
    subnets = [ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.9.{n}.0/24", AvailabilityZone=f"{REGION}{zone}")["Subnet"]["SubnetId"]
               for n, zone in enumerate("ab")]
    group = ec2.create_security_group(VpcId=vpc, GroupName="web", Description="web")["GroupId"]
    return vpc, subnets, group


def images(ec2):
    """A snapshot that all may restore and one of the account's own; AMIs, a template and a key pair."""
    volume = ec2.create_volume(AvailabilityZone=f"{REGION}a", Size=1, Encrypted=True)["VolumeId"]
    ec2.create_snapshot(VolumeId=volume, Description="own")
    public = ec2.create_snapshot(VolumeId=volume, TagSpecifications=tagged("snapshot", "public"))["SnapshotId"]
    ec2.modify_snapshot_attribute(SnapshotId=public, Attribute="createVolumePermission", OperationType="add",
                                  GroupNames=["all"])
    ec2.create_key_pair(KeyName="bare")
    ec2.create_key_pair(KeyName="tagged", TagSpecifications=tagged("key-pair", "key"))
    for name in ("bare", "full"):
        ec2.register_image(Name=name, RootDeviceName="/dev/sda1", BlockDeviceMappings=[
            {"DeviceName": "/dev/sda1", "Ebs": {"SnapshotId": public, "VolumeSize": 1}}],
            **({"TagSpecifications": tagged("image", name)} if name == "full" else {}))


def fleet(role):
    """Spot instances that are asked for with secrets in their user data."""
    client("ec2").request_spot_fleet(SpotFleetRequestConfig={
        "IamFleetRole": role, "TargetCapacity": 0, "AllocationStrategy": "lowestPrice", "LaunchSpecifications": [
            {"ImageId": "ami-12c6146b", "InstanceType": "t3.micro", "UserData": base64.b64encode(SECRET.encode()).decode()}]})


def templates(ec2, group):
    made = ec2.create_launch_template(
        LaunchTemplateName="full", TagSpecifications=tagged("launch-template", "full"),
        LaunchTemplateData={"ImageId": "ami-12c6146b", "InstanceType": "t3.micro"})["LaunchTemplate"]["LaunchTemplateId"]
    for n in range(2):
        ec2.create_launch_template_version(LaunchTemplateId=made, LaunchTemplateData={
            "ImageId": "ami-12c6146b", "InstanceType": f"t3.{n}", "UserData": base64.b64encode(SECRET.encode()).decode(),
            "MetadataOptions": {"HttpTokens": "required"}, "SecurityGroupIds": [group]})
    ec2.modify_launch_template(LaunchTemplateId=made, DefaultVersion="2")
    ec2.create_launch_template(LaunchTemplateName="bare", LaunchTemplateData={"InstanceType": "t3.micro"})
    return made


def instances(ec2, subnet, group, emulator):
    """ministack cannot change an instance, nor does it keep user data."""
    made = ec2.run_instances(ImageId="ami-12c6146b", InstanceType="t3.micro", MinCount=1, MaxCount=1, SubnetId=subnet,
                             SecurityGroupIds=[group], UserData=SECRET)["Instances"][0]["InstanceId"]
    if emulator == "moto":
        ec2.modify_instance_attribute(InstanceId=made, DisableApiTermination={"Value": True})


def functions(subnets, group):
    """One in a network, with a URL and reserved concurrency."""
    role = client("iam").create_role(RoleName="qrie-url", AssumeRolePolicyDocument=json.dumps(TRUST))["Role"]["Arn"]
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as archive:
        archive.writestr("main.py", "def handler(event, context): pass\n")
    functions = client("lambda")
    functions.create_function(FunctionName="open-to-all", Runtime="python3.12", Role=role, Handler="main.handler",
                              Code={"ZipFile": code.getvalue()}, VpcConfig={"SubnetIds": subnets, "SecurityGroupIds": [group]})
    functions.create_function_url_config(FunctionName="open-to-all", AuthType="NONE")
    functions.put_function_concurrency(FunctionName="open-to-all", ReservedConcurrentExecutions=3)


def scaling(template, subnets):
    asg = client("autoscaling")
    asg.create_launch_configuration(LaunchConfigurationName="bare", ImageId="ami-12c6146b", InstanceType="t3.micro")
    asg.create_launch_configuration(LaunchConfigurationName="full", ImageId="ami-12c6146b", InstanceType="t3.micro",
                                    UserData=SECRET, AssociatePublicIpAddress=True)
    asg.create_auto_scaling_group(AutoScalingGroupName="bare", LaunchConfigurationName="bare", MinSize=0, MaxSize=0,
                                  AvailabilityZones=[f"{REGION}a"])
    asg.create_auto_scaling_group(
        AutoScalingGroupName="full", LaunchTemplate={"LaunchTemplateId": template, "Version": "$Latest"}, MinSize=0, MaxSize=0,
        VPCZoneIdentifier=",".join(subnets), HealthCheckType="ELB",
        Tags=[{"Key": "Name", "Value": "full", "PropagateAtLaunch": True}])
    for policy in ("out", "in"):
        asg.put_scaling_policy(AutoScalingGroupName="full", PolicyName=policy, PolicyType="SimpleScaling",
                               AdjustmentType="ChangeInCapacity", ScalingAdjustment=1 if policy == "out" else -1)


def balancers(vpc, subnets, group, emulator):
    """ministack does not escape what tags hold, and fails on a load balancer that has no web ACL."""
    elb = client("elbv2")

    def tags(name):
        return [{"Key": "Name", "Value": name}, {"Key": "grüße", "Value": "日本"}]

    bare = elb.create_load_balancer(Name="bare", Subnets=subnets, Type="network")["LoadBalancers"][0]["LoadBalancerArn"]
    full = elb.create_load_balancer(Name="full", Subnets=subnets, SecurityGroups=[group],
                                    Tags=tags("full"))["LoadBalancers"][0]["LoadBalancerArn"]
    elb.modify_load_balancer_attributes(LoadBalancerArn=full, Attributes=[
        {"Key": "deletion_protection.enabled", "Value": "true"}])
    elb.create_target_group(Name="unused", Protocol="HTTP", Port=80, VpcId=vpc)
    target = elb.create_target_group(Name="used", Protocol="HTTP", Port=80, VpcId=vpc, TargetType="ip",
                                     Tags=tags("used"))["TargetGroups"][0]["TargetGroupArn"]
    elb.register_targets(TargetGroupArn=target, Targets=[{"Id": "10.9.0.5", "Port": 80}])
    redirect = {"Type": "redirect", "RedirectConfig": {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"}}
    listener = elb.create_listener(LoadBalancerArn=full, Protocol="HTTP", Port=80, DefaultActions=[redirect],
                                   Tags=tags("http"))["Listeners"][0]["ListenerArn"]
    elb.create_rule(ListenerArn=listener, Priority=5, Conditions=[{"Field": "path-pattern", "Values": ["/x"]}],
                    Actions=[{"Type": "forward", "TargetGroupArn": target}])
    elb.create_listener(LoadBalancerArn=bare, Protocol="TCP", Port=80,
                        DefaultActions=[{"Type": "forward", "TargetGroupArn": target}])
    if emulator == "moto":
        elb.create_load_balancer(Name="open", Subnets=subnets, SecurityGroups=[group])
        waf = client("wafv2")
        acl = waf.create_web_acl(Name="full", Scope="REGIONAL", DefaultAction={"Allow": {}}, VisibilityConfig={
            "SampledRequestsEnabled": True, "CloudWatchMetricsEnabled": True, "MetricName": "full"})["Summary"]["ARN"]
        waf.associate_web_acl(WebACLArn=acl, ResourceArn=full)


def classic():
    elb = client("elb")
    listener = [{"Protocol": "HTTP", "LoadBalancerPort": 80, "InstancePort": 80}]
    elb.create_load_balancer(LoadBalancerName="bare", Listeners=listener, AvailabilityZones=[f"{REGION}a"])
    elb.create_load_balancer(LoadBalancerName="full", Listeners=listener, AvailabilityZones=[f"{REGION}a", f"{REGION}b"],
                             Tags=tags("full"))
    elb.modify_load_balancer_attributes(LoadBalancerName="full", LoadBalancerAttributes={
        "CrossZoneLoadBalancing": {"Enabled": True}, "ConnectionDraining": {"Enabled": True, "Timeout": 30}})
    elb.create_load_balancer_policy(LoadBalancerName="full", PolicyName="tls", PolicyTypeName="SSLNegotiationPolicyType",
                                    PolicyAttributes=[{"AttributeName": "Protocol-TLSv1.2", "AttributeValue": "true"}])


def repositories():
    ecr = client("ecr")
    ecr.create_repository(repositoryName="bare")
    ecr.create_repository(repositoryName="team/full", imageTagMutability="IMMUTABLE", tags=tags("full"),
                          imageScanningConfiguration={"scanOnPush": True})
    ecr.put_lifecycle_policy(repositoryName="team/full", lifecyclePolicyText=json.dumps(EXPIRE))
    ecr.set_repository_policy(repositoryName="team/full", policyText=json.dumps(PULL))


def containers():
    """Clusters, two revisions of a task, and more services than one description may ask for."""
    ecs = client("ecs")
    ecs.create_cluster(clusterName="bare")
    ecs.create_cluster(clusterName="full", tags=tags("full", "key", "value"),
                       settings=[{"name": "containerInsights", "value": "enabled"}])
    container = {"name": "web", "image": "web", "memory": 128, "readonlyRootFilesystem": True,
                 "environment": [{"name": "PASSWORD", "value": SECRET}]}
    for n in range(2):
        ecs.register_task_definition(family="web", containerDefinitions=[container | {"cpu": n}], networkMode="bridge",
                                     tags=tags("task", "key", "value"))
    ecs.register_task_definition(family="bare", containerDefinitions=[{"name": "b", "image": "b", "memory": 64}])
    for n in range(12):
        ecs.create_service(cluster="full", serviceName=f"web-{n}", taskDefinition="web", desiredCount=0,
                           **({"tags": tags("service", "key", "value")} if n == 3 else {}))
    ecs.create_service(cluster="bare", serviceName="lone", taskDefinition="bare", desiredCount=0)


def kubernetes(subnets):
    iam, eks = client("iam"), client("eks")
    role = iam.create_role(RoleName="qrie-eks", AssumeRolePolicyDocument=json.dumps(TRUST))["Role"]["Arn"]
    eks.create_cluster(name="bare", roleArn=role, resourcesVpcConfig={"subnetIds": subnets})
    eks.create_cluster(name="full", roleArn=role, resourcesVpcConfig={"subnetIds": subnets}, tags={"Name": "full"},
                       logging={"clusterLogging": [{"types": ["audit"], "enabled": True}]})
    eks.create_nodegroup(clusterName="full", nodegroupName="nodes", subnets=subnets, nodeRole=role, tags={"Name": "nodes"})
    return role


def make(emulator):
    ec2 = client("ec2")
    vpc, subnets, group = network()
    images(ec2)
    instances(ec2, subnets[0], group, emulator)
    functions(subnets, group)
    scaling(templates(ec2, group), subnets)
    balancers(vpc, subnets, group, emulator)
    repositories()
    containers()
    role = kubernetes(subnets)
    if emulator == "moto":
        classic()
        fleet(role)
