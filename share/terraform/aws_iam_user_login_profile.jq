# That there is one is what matters; when it was made is not in Terraform, and not told here.
module {
  "PartOf": [{"Type": "aws_iam_user", "By": "user", "Is": ["name", "id"]}]
};

def join($part):
  .LoginProfile = {UserName: $part.user, PasswordResetRequired: ($part.password_reset_required // false)};
