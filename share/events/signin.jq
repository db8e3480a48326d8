# Use of the root user shows in the account's credential report.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
module {
  "EventSource": "signin.amazonaws.com",
  "Resources": [
    {"ResourceType": "AWS::::Account", "Item": "root", "Changed": ["ConsoleLogin", "PasswordUpdated"]},
    {"ResourceType": "AWS::IAM::User", "Item": "user", "Changed": ["ConsoleLogin"]}
  ]
};

def succeeded: .responseElements.ConsoleLogin // "Success" | . == "Success";

def root($at): if .userIdentity.type == "Root" and succeeded then {} else [] end;

def user($at):
  if .userIdentity.type == "IAMUser" and succeeded then {UserName: .userIdentity.userName, Arn: .userIdentity.arn}
  else [] end;
