# How somebody who may do little comes to be allowed everything: actions that together are enough.  Each way is told in
# public many times over, first in https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/.
include "document";

# Who may change what a policy says, or who has it; who may sign in as another; who may change whom a role trusts, or take
# away what bounds it.
def escalations_alone:
  ["iam:AddUserToGroup"], ["iam:AttachGroupPolicy"], ["iam:AttachRolePolicy"], ["iam:AttachUserPolicy"],
  ["iam:CreateAccessKey"], ["iam:CreateLoginProfile"], ["iam:CreatePolicyVersion"], ["iam:DeleteUserPermissionsBoundary"],
  ["iam:DeleteRolePermissionsBoundary", "sts:AssumeRole"], ["iam:PutGroupPolicy"], ["iam:PutRolePolicy"],
  ["iam:PutUserPolicy"], ["iam:SetDefaultPolicyVersion"], ["iam:UpdateAssumeRolePolicy"], ["iam:UpdateLoginProfile"],
  ["sso:AttachManagedPolicyToPermissionSet"], ["sso:PutInlinePolicyToPermissionSet"];

# Who may say what runs where a role is already.
def escalations_by_running:
  ["apprunner:UpdateService"], ["batch:SubmitJob"],
  ["bedrock-agentcore:ConnectBrowserAutomationStream", "bedrock-agentcore:StartBrowserSession"],
  ["bedrock-agentcore:InvokeAgentRuntimeCommand"],
  ["bedrock-agentcore:InvokeCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession"],
  ["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"], ["cloudformation:UpdateStack"],
  ["codebuild:StartBuild"], ["codebuild:StartBuildBatch"],
  ["codedeploy:CreateDeployment", "codedeploy:GetDeploymentConfig", "codedeploy:RegisterApplicationRevision"],
  ["ec2-instance-connect:SendSSHPublicKey", "ec2:DescribeInstances"],
  ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"],
  ["ec2:ModifyInstanceAttribute", "ec2:StartInstances", "ec2:StopInstances"], ["ecs:DescribeTasks", "ecs:ExecuteCommand"],
  ["glue:UpdateDevEndpoint"], ["lambda:UpdateFunctionCode"], ["lambda:UpdateFunctionConfiguration"],
  ["sagemaker:CreateNotebookInstanceLifecycleConfig", "sagemaker:StartNotebookInstance", "sagemaker:StopNotebookInstance",
    "sagemaker:UpdateNotebookInstance"],
  ["sagemaker:CreatePresignedNotebookInstanceUrl"], ["ssm:SendCommand"], ["ssm:StartSession"],
  ["states:StartExecution", "states:UpdateStateMachine"];

# Who may give a role to something that they make, and run it.
def escalations_by_role:
  ["apprunner:CreateService"], ["autoscaling:CreateAutoScalingGroup", "autoscaling:CreateLaunchConfiguration"],
  ["autoscaling:CreateLaunchConfiguration", "autoscaling:UpdateAutoScalingGroup"],
  ["batch:RegisterJobDefinition", "batch:SubmitJob"], ["braket:CreateJob"], ["cloudformation:CreateStack"],
  ["cloudformation:CreateStackInstances", "cloudformation:CreateStackSet"], ["cloudformation:UpdateStackSet"],
  ["codebuild:CreateProject", "codebuild:StartBuild"], ["codestar:CreateProject"],
  ["cognito-identity:SetIdentityPoolRoles"],
  ["datapipeline:ActivatePipeline", "datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition"],
  ["ec2:RequestSpotInstances"], ["ec2:RunInstances"], ["ecs:RunTask"], ["ecs:StartTask"],
  ["ecs:CreateService", "ecs:RegisterTaskDefinition"], ["elasticmapreduce:RunJobFlow"],
  ["emr-serverless:CreateApplication", "emr-serverless:StartJobRun"],
  ["gamelift:CreateBuild", "gamelift:CreateFleet", "gamelift:RequestUploadCredentials"],
  ["glue:CreateDevEndpoint"], ["glue:CreateJob", "glue:StartJobRun"], ["glue:CreateJob", "glue:CreateTrigger"],
  ["glue:CreateSession", "glue:RunStatement"], ["glue:CreateTrigger", "glue:UpdateJob"], ["glue:StartJobRun", "glue:UpdateJob"],
  ["imagebuilder:CreateComponent", "imagebuilder:CreateImage", "imagebuilder:CreateImageRecipe",
    "imagebuilder:CreateInfrastructureConfiguration"],
  ["kinesisanalytics:CreateApplication", "kinesisanalytics:StartApplication"],
  ["lambda:CreateFunction", "lambda:InvokeFunction"], ["lambda:CreateEventSourceMapping", "lambda:CreateFunction"],
  ["lambda:AddPermission", "lambda:CreateFunction"], ["omics:CreateWorkflow", "omics:StartRun"],
  ["sagemaker:CreateNotebookInstance"], ["sagemaker:CreateProcessingJob"], ["sagemaker:CreateTrainingJob"],
  ["scheduler:CreateSchedule"], ["ssm:StartAutomationExecution"], ["states:CreateStateMachine", "states:StartExecution"];

def escalations: escalations_alone, escalations_by_running, (escalations_by_role | ["iam:PassRole"] + .);

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
