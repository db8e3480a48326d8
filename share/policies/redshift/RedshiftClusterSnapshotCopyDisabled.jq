module {
  "Title": "Redshift cluster's snapshots stay in its region",
  "ResourceType": "AWS::Redshift::Cluster",
  "Severity": 25,
  "Category": "availability",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.ClusterSnapshotCopyStatus", "As": "shape"}],
  "Remediation": "Run aws redshift enable-snapshot-copy --cluster-identifier NAME --destination-region REGION --retention-period 7, where the loss of a region must be survived.",
  "Source": [
    "https://docs.aws.amazon.com/redshift/latest/mgmt/cross-region-snapshot-copy.html",
    "https://docs.aws.amazon.com/redshift/latest/APIReference/API_ClusterSnapshotCopyStatus.html"
  ]
};
include "check";

def violation:
  .Configuration.ClusterSnapshotCopyStatus | object("ClusterSnapshotCopyStatus") | select(. == null or . == {})
  | {Message: "snapshots are not copied to another region", Evidence: {ClusterSnapshotCopyStatus: .}};
