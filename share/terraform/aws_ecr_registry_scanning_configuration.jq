# A registry is all repositories of an account in a region.
module {
  "PartOf": [{"Type": "aws_ecr_repository", "Regional": true}]
};
include "known";

def join($part): .RegistryScanningConfiguration = ($part | {
  scanType: .scan_type,
  rules: (.rule | each({
    scanFrequency: .scan_frequency,
    repositoryFilters: (.repository_filter | each({filter: .filter, filterType: .filter_type}))
  }))
});
