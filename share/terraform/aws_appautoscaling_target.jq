# What is scaled is named by a path: table/NAME, or table/NAME/index/INDEX.
# https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html
module {
  "PartOf": [{
    "Type": "aws_dynamodb_table", "By": "resource_id", "After": "table/", "Is": ["name", "id"],
    "When": {"service_namespace": "dynamodb"}
  }]
};

def join($part): .ScalableTargets += [$part | {
  ServiceNamespace: .service_namespace, ResourceId: .resource_id, ScalableDimension: .scalable_dimension,
  MinCapacity: .min_capacity, MaxCapacity: .max_capacity
}];
