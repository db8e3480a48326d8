"""What the AWS CLI says of databases and caches."""
from cli import aws

REDACTED = "(redacted)"
READ = {"require_secure_transport", "rds.force_ssl", "tls_version", "ssl_min_protocol_version", "tls", "audit_logs",
        "neptune_enable_audit_log"}


def hide_password(item):
    pending = item.get("PendingModifiedValues") or {}
    if "MasterUserPassword" in pending:
        pending["MasterUserPassword"] = REDACTED
    return item


def tags(arn, region):
    return {"Tags": aws("rds list-tags-for-resource --resource-name {a}", a=arn, region=region)["TagList"]}


def protected(arn, region):
    found = aws("backup list-protected-resources", region=region).get("Results", [])
    return {"ProtectedResources": [one for one in found if one["ResourceArn"] == arn]}


def clusters(account, regions):
    for region in regions:
        for item in aws("rds describe-db-clusters", region=region)["DBClusters"]:
            arn = f"arn:aws:rds:{region}:{account}:cluster:{item['DBClusterIdentifier']}"
            yield arn, region, hide_password(item) | protected(arn, region)


def those_of(items, snapshot, name):
    return [one for one in items if name in snapshot and one.get(name) == snapshot[name]]


def snapshots(account, regions):
    for region in regions:
        instances = aws("rds describe-db-instances", region=region)["DBInstances"]
        for item in aws("rds describe-db-snapshots", region=region)["DBSnapshots"]:
            name, attributes = item["DBSnapshotIdentifier"], None
            if item["SnapshotType"] == "manual":
                attributes = aws("rds describe-db-snapshot-attributes --db-snapshot-identifier {n}", n=name, region=region)
                attributes = attributes["DBSnapshotAttributesResult"]["DBSnapshotAttributes"]
            yield f"arn:aws:rds:{region}:{account}:snapshot:{name}", region, item | {
                "DBSnapshotAttributes": attributes,
                "DBInstances": brief(those_of(instances, item, "DbiResourceId"),
                                     "DBInstanceIdentifier", "DBInstanceArn", "DbiResourceId")}


def cluster_snapshots(account, regions):
    for region in regions:
        known = aws("rds describe-db-clusters", region=region)["DBClusters"]
        for item in aws("rds describe-db-cluster-snapshots", region=region)["DBClusterSnapshots"]:
            name, attributes = item["DBClusterSnapshotIdentifier"], None
            if item["SnapshotType"] == "manual":
                attributes = aws("rds describe-db-cluster-snapshot-attributes --db-cluster-snapshot-identifier {n}", n=name, region=region)
                attributes = attributes["DBClusterSnapshotAttributesResult"]["DBClusterSnapshotAttributes"]
            yield f"arn:aws:rds:{region}:{account}:cluster-snapshot:{name}", region, item | {
                "DBClusterSnapshotAttributes": attributes,
                "DBClusters": brief(those_of(known, item, "DbClusterResourceId"),
                                    "DBClusterIdentifier", "DBClusterArn", "DbClusterResourceId")}


def kept(parameters):
    return [one for one in parameters if one.get("Source") == "user" or one["ParameterName"] in READ]


def brief(items, *names):
    return [{name: item.get(name) for name in names} for item in items]


def parameter_groups(account, regions):
    for region in regions:
        instances = aws("rds describe-db-instances", region=region)["DBInstances"]
        for item in aws("rds describe-db-parameter-groups", region=region)["DBParameterGroups"]:
            name = item["DBParameterGroupName"]
            users = [one for one in instances if name in [group["DBParameterGroupName"] for group in one["DBParameterGroups"]]]
            parameters = aws("rds describe-db-parameters --db-parameter-group-name {n}", n=name, region=region)["Parameters"]
            arn = f"arn:aws:rds:{region}:{account}:pg:{name}"
            yield arn, region, item | tags(arn, region) | {
                "DBInstances": brief(users, "DBInstanceIdentifier", "DBInstanceArn", "Engine", "DBParameterGroups"),
                "Parameters": kept(parameters)}


def cluster_parameter_groups(account, regions):
    for region in regions:
        used = aws("rds describe-db-clusters", region=region)["DBClusters"]
        for item in aws("rds describe-db-cluster-parameter-groups", region=region)["DBClusterParameterGroups"]:
            name = item["DBClusterParameterGroupName"]
            users = [one for one in used if one.get("DBClusterParameterGroup") == name]
            parameters = aws("rds describe-db-cluster-parameters --db-cluster-parameter-group-name {n}", n=name, region=region)
            arn = f"arn:aws:rds:{region}:{account}:cluster-pg:{name}"
            yield arn, region, item | tags(arn, region) | {
                "DBClusters": brief(users, "DBClusterIdentifier", "DBClusterArn", "Engine", "DBClusterParameterGroup"),
                "Parameters": kept(parameters["Parameters"])}


def with_tags(command, members, kind, name):
    """A type that RDS lists whole, but for its tags."""
    def those(account, regions):
        for region in regions:
            for item in aws(f"rds {command}", region=region)[members]:
                arn = f"arn:aws:rds:{region}:{account}:{kind}:{item[name]}" if kind else item[name]
                yield arn, region, item | tags(arn, region)
    return those


def database_subnets(account, regions):
    for region in regions:
        instances = aws("rds describe-db-instances", region=region)["DBInstances"]
        known = aws("rds describe-db-clusters", region=region)["DBClusters"]
        for item in aws("rds describe-db-subnet-groups", region=region)["DBSubnetGroups"]:
            name = item["DBSubnetGroupName"]
            arn = f"arn:aws:rds:{region}:{account}:subgrp:{name}"
            group = {"DBSubnetGroup": {"DBSubnetGroupName": name}}
            yield arn, region, item | tags(arn, region) | {
                "DBInstances": [one | group for one in brief(
                    [one for one in instances if one.get("DBSubnetGroup", {}).get("DBSubnetGroupName") == name],
                    "DBInstanceIdentifier", "DBInstanceArn")],
                "DBClusters": brief([one for one in known if one.get("DBSubnetGroup") == name],
                                    "DBClusterIdentifier", "DBClusterArn", "DBSubnetGroup")}


def settings(account, regions):
    for region in regions:
        yield f"arn:aws:rds:{region}:{account}:settings", region, {
            "EventSubscriptions": aws("rds describe-event-subscriptions", region=region)["EventSubscriptionsList"],
            "NumberOfDBInstances": len(aws("rds describe-db-instances", region=region)["DBInstances"])}


def caches(command, members):
    def those(account, regions):
        for region in regions:
            for item in aws(f"elasticache {command}", region=region)[members]:
                yield item["ARN"], region, item | {
                    "Tags": aws("elasticache list-tags-for-resource --resource-name {a}", a=item["ARN"], region=region)["TagList"]}
    return those


def domains(account, regions):
    for region in regions:
        for item in aws("opensearch list-domain-names", region=region)["DomainNames"]:
            name = item["DomainName"]
            arn = f"arn:aws:es:{region}:{account}:domain/{name}"
            yield arn, region, item | aws("opensearch describe-domain --domain-name {n}", n=name, region=region)["DomainStatus"] | {
                "Tags": aws("opensearch list-tags --arn {a}", a=arn, region=region)["TagList"]}


def warehouses(account, regions):
    for region in regions:
        known = aws("ec2 describe-security-groups", region=region)["SecurityGroups"]
        for item in aws("redshift describe-clusters", region=region)["Clusters"]:
            name = item["ClusterIdentifier"]
            for group in item["ClusterParameterGroups"]:
                parameters = aws("redshift describe-cluster-parameters --parameter-group-name {g}",
                                 g=group["ParameterGroupName"], region=region)["Parameters"]
                group["Parameters"] = [one for one in parameters if one.get("Source") == "user"
                                       or one["ParameterName"] in ("require_ssl", "enable_user_activity_logging")]
            mine = [group["VpcSecurityGroupId"] for group in item["VpcSecurityGroups"]]
            yield f"arn:aws:redshift:{region}:{account}:cluster:{name}", region, hide_password(item) | {
                "SecurityGroups": brief([one for one in known if one["GroupId"] in mine], "GroupId", "GroupName", "IpPermissions"),
                "Logging": aws("redshift describe-logging-status --cluster-identifier {n}", n=name, region=region)}


def accelerators(account, regions):
    for region in regions:
        for item in aws("dax describe-clusters", region=region)["Clusters"]:
            yield f"arn:aws:dax:{region}:{account}:cache/{item['ClusterName']}", region, item | {
                "Tags": aws("dax list-tags --resource-name {a}", a=item["ClusterArn"], region=region)["Tags"]}


def migrations(command, members, arn):
    def those(account, regions):
        for region in regions:
            for item in aws(f"dms {command}", region=region)[members]:
                if "ExtraConnectionAttributes" in item:
                    item["ExtraConnectionAttributes"] = REDACTED
                yield item[arn], region, item | {
                    "Tags": aws("dms list-tags-for-resource --resource-arn {a}", a=item[arn], region=region)["TagList"]}
    return those


def subnet_groups(account, regions):
    for region in regions:
        known = aws("redshift describe-clusters", region=region)["Clusters"]
        for item in aws("redshift describe-cluster-subnet-groups", region=region)["ClusterSubnetGroups"]:
            name = item["ClusterSubnetGroupName"]
            yield f"arn:aws:redshift:{region}:{account}:subnetgroup:{name}", region, item | {
                "Clusters": brief([one for one in known if one.get("ClusterSubnetGroupName") == name],
                                  "ClusterIdentifier", "ClusterSubnetGroupName")}


TYPES = {
    "AWS::RDS::DBCluster": clusters,
    "AWS::RDS::DBSnapshot": snapshots,
    "AWS::RDS::DBClusterSnapshot": cluster_snapshots,
    "AWS::RDS::DBParameterGroup": parameter_groups,
    "AWS::RDS::DBClusterParameterGroup": cluster_parameter_groups,
    "AWS::RDS::EventSubscription": with_tags("describe-event-subscriptions", "EventSubscriptionsList", "es", "CustSubscriptionId"),
    "AWS::RDS::DBSubnetGroup": database_subnets,
    "AWS::RDS::RegionSettings": settings,
    "AWS::RDS::DBProxy": with_tags("describe-db-proxies", "DBProxies", None, "DBProxyArn"),
    "AWS::ElastiCache::CacheCluster": caches("describe-cache-clusters --show-cache-node-info", "CacheClusters"),
    "AWS::ElastiCache::ReplicationGroup": caches("describe-replication-groups", "ReplicationGroups"),
    "AWS::ElastiCache::ServerlessCache": caches("describe-serverless-caches", "ServerlessCaches"),
    "AWS::OpenSearchService::Domain": domains,
    "AWS::Redshift::Cluster": warehouses,
    "AWS::Redshift::ClusterSubnetGroup": subnet_groups,
    "AWS::DAX::Cluster": accelerators,
    "AWS::DMS::ReplicationInstance": migrations("describe-replication-instances", "ReplicationInstances", "ReplicationInstanceArn"),
    "AWS::DMS::ReplicationTask": migrations("describe-replication-tasks", "ReplicationTasks", "ReplicationTaskArn"),
    "AWS::DMS::Endpoint": migrations("describe-endpoints", "Endpoints", "EndpointArn"),
}

NO_BACKUP = "no ListProtectedResources"
LACKS = {
    "moto": {
        "AWS::RDS::DBCluster": NO_BACKUP,
        "AWS::ElastiCache::ServerlessCache": "none",
        "AWS::RedshiftServerless::Workgroup": "none",
        "AWS::RedshiftServerless::Namespace": "none",
    },
    "ministack": {
        "AWS::RDS::DBSnapshot": "no attributes of snapshots",
        "AWS::RDS::EventSubscription": "none",
        "AWS::RDS::RegionSettings": "no event subscriptions",
        "AWS::Redshift::Cluster": "none",
        "AWS::Redshift::ClusterSubnetGroup": "none",
        "AWS::RedshiftServerless::Workgroup": "none",
        "AWS::RedshiftServerless::Namespace": "none",
        "AWS::DAX::Cluster": "none",
        "AWS::DMS::ReplicationInstance": "none",
        "AWS::DMS::ReplicationTask": "none",
        "AWS::DMS::Endpoint": "none",
    },
}
