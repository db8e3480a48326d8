# Whether an S3 bucket takes access logs of S3.
include "document";
include "bucket";

def takes_logs:
  any(.Policy | statements | allowing; any(principals; .Id == "logging.s3.amazonaws.com") and allows("s3:PutObject"))
  or any(acl_grants[]; .Grantee.URI == "http://acs.amazonaws.com/groups/s3/LogDelivery" and .Permission == "WRITE");
