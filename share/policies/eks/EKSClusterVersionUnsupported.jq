# The days are those of AWS's release calendar: from 1.29 to 1.34 as its user guide's source has them, the others as
# endoflife.date read them there in August 2026.
module {
  "Title": "EKS cluster runs a Kubernetes version past standard support",
  "ResourceType": "AWS::EKS::Cluster",
  "Severity": 75,
  "Category": "maintenance",
  "Reads": [".Configuration.version"],
  "Parameters": {
    "EndOfSupport": {
      "1.18": "2022-08-15", "1.19": "2022-08-01", "1.20": "2022-11-01",
      "1.21": "2023-02-16", "1.22": "2023-06-04", "1.23": "2023-10-11", "1.24": "2024-01-31", "1.25":
      "2024-05-01", "1.26": "2024-06-11", "1.27": "2024-07-24", "1.28": "2024-11-26", "1.29": "2025-03-23",
      "1.30": "2025-07-23", "1.31": "2025-11-26", "1.32": "2026-03-23", "1.33": "2026-07-29", "1.34":
      "2026-12-02", "1.35": "2027-03-27", "1.36": "2027-08-02"
    }
  },
  "Remediation": "Upgrade by one minor version at a time, control plane first: aws eks update-cluster-version --name CLUSTER --kubernetes-version VERSION, then its node groups: aws eks update-nodegroup-version --cluster-name CLUSTER --nodegroup-name GROUP.",
  "Source": [
    "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
    "https://github.com/awsdocs/amazon-eks-user-guide/blob/mainline/latest/ug/versioning/kubernetes-versions.adoc",
    "https://endoflife.date/amazon-eks",
    "https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-2"
  ]
};
include "check";
include "support";

def violation($now; $parameters):
  .Configuration.version
  | text("version") | given("version") as $version
  | $version | support_ended($now; $parameters.EndOfSupport) as $day
  | {Message: "standard support of \($version) ended on \($day)", Evidence: {version: $version}};
