module {
  "PartOf": [{"Type": "aws_codebuild_project", "By": "project_name", "Is": ["name", "id"]}]
};
include "known";

def join($part):
  .webhook = {
    filterGroups: ($part.filter_group | each(.filter | each({
      type: .type, pattern: .pattern, excludeMatchedPattern: .exclude_matched_pattern
    })))
  };
