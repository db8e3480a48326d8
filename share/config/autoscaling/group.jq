module {
  "ResourceType": "AWS::AutoScaling::AutoScalingGroup",
  "NotRecorded": [
    ".Configuration.AvailabilityZoneIds", ".Configuration.Context", ".Configuration.TrafficSources",
    ".Configuration.InstanceMaintenancePolicy", ".Configuration.DeletionProtection",
    ".Configuration.AvailabilityZoneDistribution", ".Configuration.AvailabilityZoneImpairmentPolicy",
    ".Configuration.CapacityReservationSpecification", ".Configuration.InstanceLifecyclePolicy",
    ".Configuration.Operator"
  ]
};

def configuration: .configuration;
