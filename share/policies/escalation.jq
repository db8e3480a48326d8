# How somebody who may do little comes to be allowed everything: actions that together are enough.  Each way is told in
# public many times over, first in https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/.
include "document";

# Who may change what a policy says, or who has it; who may sign in as another; who may change whom a role trusts.
def escalations_alone:
  "iam:AddUserToGroup", "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy",
  "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreatePolicyVersion", "iam:PutGroupPolicy",
  "iam:PutRolePolicy", "iam:PutUserPolicy", "iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy",
  "iam:UpdateLoginProfile", "glue:UpdateDevEndpoint", "lambda:UpdateFunctionCode",
  "sagemaker:CreatePresignedNotebookInstanceUrl";

# Who may give a role to something that they make, and run it.
def escalations_by_role:
  ["apprunner:CreateService"], ["cloudformation:CreateStack"], ["codebuild:CreateProject", "codebuild:StartBuild"],
  ["codestar:CreateProject"],
  ["datapipeline:ActivatePipeline", "datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition"],
  ["ec2:RunInstances"], ["autoscaling:CreateAutoScalingGroup", "autoscaling:CreateLaunchConfiguration"],
  ["ecs:RegisterTaskDefinition", "ecs:RunTask"], ["ecs:CreateService", "ecs:RegisterTaskDefinition"],
  ["ecs:RegisterTaskDefinition", "ecs:StartTask"],
  ["glue:CreateDevEndpoint"], ["glue:CreateJob", "glue:StartJobRun"], ["glue:CreateJob", "glue:CreateTrigger"],
  ["lambda:CreateFunction", "lambda:InvokeFunction"], ["lambda:CreateEventSourceMapping", "lambda:CreateFunction"],
  ["lambda:AddPermission", "lambda:CreateFunction"],
  ["sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"],
  ["sagemaker:CreateProcessingJob"], ["sagemaker:CreateTrainingJob"], ["ssm:StartAutomationExecution"],
  ["states:CreateStateMachine", "states:StartExecution"];

def escalations: (escalations_alone | [.]), (escalations_by_role | ["iam:PassRole"] + .);

# Is a resource all of its kind, or whoever asks?  One role by name, or those with a prefix, lead no further than there.
def reaches_far:
  . == "*" or contains("${aws:username}")
  or (split(":") | .[5:] | join(":") | test("^([a-z0-9-]+[:/])?\\*$"));

# What a document allows of this on all that there is of a kind, without a permissions boundary.
def far($document):
  . as $action
  | $document
  | any(grants($action; reaches_far)[]; any(conditions; .Key == "iam:permissionsboundary") | not);

# Of a document that does not allow everything anyway: the ways, each a list of actions.
def escalating:
  . as $document
  | select(full_admin == [])
  | [[escalations[]] | unique[] | select(far($document))] as $allowed
  | [escalations | select(. - $allowed == [])];
