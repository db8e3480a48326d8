module {
  "ResourceType": "AWS::ApiGateway::DomainName",
  "Service": "apigateway",
  "Computed": ["certificate_upload_date", "cloudfront_domain_name", "regional_domain_name"]
};
include "known";

def arn: "arn:\(.Partition):apigateway:\(.Region)::/domainnames/\(.domain_name)";

def configuration: {
  domainName: .domain_name,
  certificateArn: (.certificate_arn | or_null),
  regionalCertificateArn: (.regional_certificate_arn | or_null),
  endpointConfiguration: (.endpoint_configuration | block({types: .types})),
  securityPolicy: .security_policy,
  mutualTlsAuthentication: (.mutual_tls_authentication | block({truststoreUri: .truststore_uri})),
  tags: (tags | known(from_entries))
};
