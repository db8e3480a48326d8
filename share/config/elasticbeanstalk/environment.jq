module {
  "ResourceType": "AWS::ElasticBeanstalk::Environment",
  "NotRecorded": [
    ".Configuration.TemplateName", ".Configuration.AbortableOperationInProgress", ".Configuration.Health",
    ".Configuration.HealthStatus", ".Configuration.Resources", ".Configuration.OperationsRole"
  ]
};

include "item";

def configuration: .configuration + {Tags: tag_list};
