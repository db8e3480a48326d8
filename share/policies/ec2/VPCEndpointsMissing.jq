module {
  "Title": "VPC reaches AWS services through NAT rather than endpoints",
  "ResourceType": "AWS::EC2::VPC",
  "Severity": 25,
  "Category": "cost",
  "OnRequest": true,
  "Reads": [
    ".Configuration.VpcEndpoints[].ServiceName",
    ".Configuration.VpcEndpoints[].VpcEndpointType",
    ".Configuration.VpcEndpoints[].State",
    ".Configuration.VpcEndpoints[].PrivateDnsEnabled"
  ],
  "Parameters": {"Gateway": ["s3"], "Interface": ["secretsmanager"]},
  "Remediation": "Make the gateway endpoint for S3, which costs nothing (aws ec2 create-vpc-endpoint --vpc-id VPC --service-name com.amazonaws.REGION.s3 --route-table-ids TABLE), and interface endpoints with private DNS for the others (aws ec2 create-vpc-endpoint --vpc-id VPC --vpc-endpoint-type Interface --service-name com.amazonaws.REGION.secretsmanager --subnet-ids SUBNET --private-dns-enabled).",
  "Source": [
    "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
    "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html"
  ]
};
include "check";

def there($kind; $service):
  any(.Configuration.VpcEndpoints | items("VpcEndpoints")[];
    (.ServiceName | text("ServiceName") | given("ServiceName") | endswith(".\($service)"))
    and .VpcEndpointType == $kind and (.State | text("State") // "" | ascii_downcase) == "available"
    and ($kind != "Interface" or .PrivateDnsEnabled == true));

def violation($now; $parameters):
  [ (($parameters.Gateway | items("Gateway")[]) as $service | select(there("Gateway"; $service) | not) | $service),
    (($parameters.Interface | items("Interface")[]) as $service | select(there("Interface"; $service) | not)
        | $service) ] as $missing
  | select($missing != [])
  | {
      Message: "no endpoint for \($missing | join(", ")): calls from private subnets go through NAT, which bills each GB",
      Evidence: {Missing: $missing,
          ServiceNames: [.Configuration.VpcEndpoints | items("VpcEndpoints")[] | .ServiceName]}
    };
