module {
  "ResourceType": "AWS::EC2::ClientVpnEndpoint",
  "Service": "ec2",
  "Computed": ["dns_name"]
};
include "known";

def arn: arn_or("arn:\(.Partition):ec2:\(.Region):\(.Account):client-vpn-endpoint/\(.id)");

def configuration: {
  ClientVpnEndpointId: .id,
  ClientCidrBlock: .client_cidr_block,
  SplitTunnel: .split_tunnel,
  ServerCertificateArn: .server_certificate_arn,
  ConnectionLogOptions: (.connection_log_options | block({
    Enabled: .enabled, CloudwatchLogGroup: (.cloudwatch_log_group | or_null)
  })),
  Tags: tags
};
