"""Databases and caches: one that was only made, and one with what can be set."""
import boto3

TAGS = [{"Key": "team", "Value": "data"}]


def subnets(region):
    """Two, in two zones, as subnet groups of databases need them."""
    ec2 = boto3.client("ec2", region_name=region)
    vpc = ec2.create_vpc(CidrBlock="10.20.0.0/16")["Vpc"]["VpcId"]
    return [ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.20.{n}.0/24", AvailabilityZone=f"{region}{zone}")["Subnet"]["SubnetId"]
            for n, zone in enumerate("ab")]


def clusters(rds):
    rds.create_db_cluster(DBClusterIdentifier="bare", Engine="aurora-mysql", MasterUsername="root", MasterUserPassword="not-a-secret-1")
    rds.create_db_cluster(
        DBClusterIdentifier="full", Engine="aurora-postgresql", MasterUsername="root", MasterUserPassword="not-a-secret-1",
        StorageEncrypted=True, DeletionProtection=True, BackupRetentionPeriod=14, CopyTagsToSnapshot=True,
        DBClusterParameterGroupName="cluster-tls", EnableCloudwatchLogsExports=["postgresql"], Tags=TAGS)
    rds.create_db_cluster(DBClusterIdentifier="graph", Engine="neptune")
    rds.create_db_cluster_snapshot(DBClusterIdentifier="bare", DBClusterSnapshotIdentifier="private")
    rds.create_db_cluster_snapshot(DBClusterIdentifier="full", DBClusterSnapshotIdentifier="shared", Tags=TAGS)


def share(rds):
    """Only moto holds the attributes of snapshots."""
    rds.create_db_instance(DBInstanceIdentifier="kept", Engine="mysql", DBInstanceClass="db.t3.micro", AllocatedStorage=20,
                           MasterUsername="root", MasterUserPassword="not-a-secret-1")
    rds.create_db_snapshot(DBInstanceIdentifier="kept", DBSnapshotIdentifier="kept-private")
    rds.create_db_snapshot(DBInstanceIdentifier="kept", DBSnapshotIdentifier="kept-public", Tags=TAGS)
    rds.modify_db_snapshot_attribute(DBSnapshotIdentifier="kept-public", AttributeName="restore", ValuesToAdd=["all"])
    rds.modify_db_cluster_snapshot_attribute(DBClusterSnapshotIdentifier="shared", AttributeName="restore", ValuesToAdd=["all"])


def groups(rds, region):
    rds.create_db_parameter_group(DBParameterGroupName="bare", DBParameterGroupFamily="mysql8.0", Description="as it comes")
    rds.create_db_parameter_group(DBParameterGroupName="tls", DBParameterGroupFamily="mysql8.0", Description="TLS", Tags=TAGS)
    rds.modify_db_parameter_group(DBParameterGroupName="tls", Parameters=[
        {"ParameterName": "require_secure_transport", "ParameterValue": "1", "ApplyMethod": "immediate"}])
    rds.create_db_cluster_parameter_group(
        DBClusterParameterGroupName="cluster-bare", DBParameterGroupFamily="aurora-mysql8.0", Description="as it comes")
    rds.create_db_cluster_parameter_group(
        DBClusterParameterGroupName="cluster-tls", DBParameterGroupFamily="aurora-postgresql15", Description="TLS", Tags=TAGS)
    rds.modify_db_cluster_parameter_group(DBClusterParameterGroupName="cluster-tls", Parameters=[
        {"ParameterName": "rds.force_ssl", "ParameterValue": "1", "ApplyMethod": "immediate"}])
    rds.create_db_subnet_group(DBSubnetGroupName="bare", DBSubnetGroupDescription="two", SubnetIds=subnets(region))
    rds.create_db_subnet_group(DBSubnetGroupName="full", DBSubnetGroupDescription="two", SubnetIds=subnets(region), Tags=TAGS)


def databases(emulator, region):
    rds = boto3.client("rds", region_name=region)
    groups(rds, region)
    clusters(rds)
    rds.create_db_proxy(DBProxyName="bare", EngineFamily="MYSQL", RoleArn="arn:aws:iam::111122223333:role/proxy",
                        Auth=[{"AuthScheme": "SECRETS", "IAMAuth": "DISABLED"}], VpcSubnetIds=subnets(region))
    rds.create_db_proxy(DBProxyName="full", EngineFamily="POSTGRESQL", RoleArn="arn:aws:iam::111122223333:role/proxy",
                        Auth=[{"AuthScheme": "SECRETS", "IAMAuth": "REQUIRED"}], VpcSubnetIds=subnets(region), RequireTLS=True, Tags=TAGS)
    if emulator == "moto":
        share(rds)
        topic = boto3.client("sns", region_name=region).create_topic(Name="databases")["TopicArn"]
        rds.create_event_subscription(SubscriptionName="bare", SnsTopicArn=topic)
        rds.create_event_subscription(SubscriptionName="full", SnsTopicArn=topic, SourceType="db-instance",
                                      EventCategories=["configuration change", "failure"], Enabled=True, Tags=TAGS)


def caches(emulator, region):
    cache = boto3.client("elasticache", region_name=region)
    cache.create_cache_cluster(CacheClusterId="bare", Engine="redis", CacheNodeType="cache.t3.micro", NumCacheNodes=1)
    cache.create_cache_cluster(CacheClusterId="full", Engine="redis", CacheNodeType="cache.t3.micro", NumCacheNodes=1,
                               SnapshotRetentionLimit=7, AutoMinorVersionUpgrade=True, Tags=TAGS)
    cache.create_replication_group(ReplicationGroupId="bare", ReplicationGroupDescription="as it comes")
    cache.create_replication_group(
        ReplicationGroupId="full", ReplicationGroupDescription="all", Engine="redis", AutomaticFailoverEnabled=True,
        NumCacheClusters=2, AtRestEncryptionEnabled=True, TransitEncryptionEnabled=True, SnapshotRetentionLimit=7, Tags=TAGS)
    if emulator == "ministack":
        cache.create_serverless_cache(ServerlessCacheName="bare", Engine="redis")
        cache.create_serverless_cache(ServerlessCacheName="full", Engine="valkey", SnapshotRetentionLimit=7, Tags=TAGS)


def domains(region):
    search = boto3.client("opensearch", region_name=region)
    for name in ("bare", "more-1", "more-2", "more-3", "more-4"):	# one call describes five
        search.create_domain(DomainName=name)
    search.create_domain(
        DomainName="full", EngineVersion="OpenSearch_2.11", EncryptionAtRestOptions={"Enabled": True},
        NodeToNodeEncryptionOptions={"Enabled": True}, TagList=TAGS, AccessPolicies='{"Version":"2012-10-17","Statement":[]}',
        DomainEndpointOptions={"EnforceHTTPS": True, "TLSSecurityPolicy": "Policy-Min-TLS-1-2-PFS-2023-10"})


def warehouses(region):
    redshift = boto3.client("redshift", region_name=region)
    plain = {"NodeType": "ra3.large", "MasterUsername": "root", "MasterUserPassword": "Not-a-secret-1", "ClusterType": "single-node"}
    redshift.create_cluster(ClusterIdentifier="bare", **plain)
    redshift.create_cluster_subnet_group(ClusterSubnetGroupName="two", Description="two", SubnetIds=subnets(region), Tags=TAGS)
    redshift.create_cluster_parameter_group(ParameterGroupName="tls", ParameterGroupFamily="redshift-1.0", Description="TLS")
    redshift.create_cluster(ClusterIdentifier="full", Encrypted=True, EnhancedVpcRouting=True, PubliclyAccessible=False,
                            ClusterParameterGroupName="tls", Tags=TAGS, **plain)
    boto3.client("dax", region_name=region).create_cluster(
        ClusterName="bare", NodeType="dax.t3.small", ReplicationFactor=1, IamRoleArn="arn:aws:iam::111122223333:role/dax")
    boto3.client("dax", region_name=region).create_cluster(
        ClusterName="full", NodeType="dax.t3.small", ReplicationFactor=3, IamRoleArn="arn:aws:iam::111122223333:role/dax",
        SSESpecification={"Enabled": True}, ClusterEndpointEncryptionType="TLS", Tags=TAGS)


def migrations(region):
    dms = boto3.client("dms", region_name=region)
    dms.create_replication_instance(ReplicationInstanceIdentifier="bare", ReplicationInstanceClass="dms.t3.micro")
    instance = dms.create_replication_instance(
        ReplicationInstanceIdentifier="full", ReplicationInstanceClass="dms.t3.micro", PubliclyAccessible=False,
        AutoMinorVersionUpgrade=True, MultiAZ=True, Tags=TAGS)["ReplicationInstance"]["ReplicationInstanceArn"]
    ends = [dms.create_endpoint(EndpointIdentifier=f"{kind}-end", EndpointType=kind, EngineName="mysql", ServerName="db.example.com",
                                Port=3306, Username="root", Password="not-a-secret-1", SslMode=mode,
                                ExtraConnectionAttributes="initstmt=SET FOREIGN_KEY_CHECKS=0", Tags=TAGS)["Endpoint"]["EndpointArn"]
            for kind, mode in (("source", "none"), ("target", "require"))]
    for name, more in (("bare", {}), ("full", {"ReplicationTaskSettings": '{"Logging":{"EnableLogging":true}}', "Tags": TAGS})):
        dms.create_replication_task(
            ReplicationTaskIdentifier=name, SourceEndpointArn=ends[0], TargetEndpointArn=ends[1],
            ReplicationInstanceArn=instance, MigrationType="full-load", TableMappings='{"rules":[]}', **more)


def make(emulator):
    for region in ("us-east-1", "eu-west-1"):
        databases(emulator, region)
        caches(emulator, region)
        domains(region)
        if emulator == "moto":
            warehouses(region)
            migrations(region)
