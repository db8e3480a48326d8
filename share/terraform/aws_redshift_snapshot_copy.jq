module {
  "PartOf": [{"Type": "aws_redshift_cluster", "By": "cluster_identifier", "Is": ["cluster_identifier", "id"]}]
};

def join($part):
  .ClusterSnapshotCopyStatus = {DestinationRegion: $part.destination_region, RetentionPeriod: $part.retention_period};
