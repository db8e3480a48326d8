module {
  "Title": "FSx for Windows file system does not log who opens files",
  "ResourceType": "AWS::FSx::FileSystem",
  "Severity": 25,
  "Category": "logging",
  "Reads": [
    ".Configuration.FileSystemType",
    ".Configuration.WindowsConfiguration.AuditLogConfiguration.FileAccessAuditLogLevel"
  ],
  "Remediation": "Run aws fsx update-file-system --file-system-id ID --windows-configuration 'AuditLogConfiguration={FileAccessAuditLogLevel=SUCCESS_AND_FAILURE,FileShareAccessAuditLogLevel=SUCCESS_AND_FAILURE,AuditLogDestination=LOGGROUP}'; the log group's name begins with /aws/fsx/.",
  "Source": [
    "https://docs.aws.amazon.com/fsx/latest/WindowsGuide/file-access-auditing.html",
    "https://docs.aws.amazon.com/fsx/latest/APIReference/API_WindowsAuditLogConfiguration.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.FileSystemType | text("FileSystemType") | given("FileSystemType") | . == "WINDOWS")
  | .WindowsConfiguration | object("WindowsConfiguration")
  | .AuditLogConfiguration | object("AuditLogConfiguration")
  | .FileAccessAuditLogLevel | text("FileAccessAuditLogLevel") | select(. == null or . == "DISABLED")
  | {Message: "file access is not logged", Evidence: {FileAccessAuditLogLevel: .}};
