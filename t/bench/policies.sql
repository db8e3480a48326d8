-- The bench's policies in one scan: every path of a record is taken at once, each policy is an expression over them.
-- FILE and OUTPUT are put in by t/bench/engine.
COPY (
	WITH paths AS MATERIALIZED (
		SELECT json_extract(json, [
			'$.ARN', '$.ResourceType', '$.Configuration.Versioning.Status',
			'$.Configuration.PublicAccessBlockConfiguration.BlockPublicAcls', '$.Configuration.PublicAccessBlockConfiguration.IgnorePublicAcls',
			'$.Configuration.PublicAccessBlockConfiguration.BlockPublicPolicy',
			'$.Configuration.PublicAccessBlockConfiguration.RestrictPublicBuckets', '$.Configuration.Logging.TargetBucket', '$.Tags.Owner',
			'$.Configuration.MetadataOptions.HttpTokens', '$.Configuration.LoginProfile', '$.Configuration.PubliclyAccessible',
			'$.Configuration.StorageEncrypted']) AS e,
			CASE json_extract_string(json, '$.ResourceType')
				WHEN 'AWS::EC2::Instance' THEN json_extract_string(json, '$.Configuration.Volumes[*].Encrypted')
				WHEN 'AWS::IAM::User' THEN json_extract_string(json, '$.Configuration.AccessKeys[*].CreateDate')
				WHEN 'AWS::EC2::SecurityGroup' THEN json_extract_string(json, '$.Configuration.IpPermissions[*].FromPort')
				WHEN 'AWS::IAM::Role' THEN json_extract_string(json, '$.Configuration.AttachedPolicies[*].PolicyName')
				WHEN 'AWS::S3::Bucket' THEN json_extract_string(json, '$.Configuration.Encryption.Rules[*].SSEAlgorithm') END AS a,
			CASE json_extract_string(json, '$.ResourceType')
				WHEN 'AWS::IAM::User' THEN json_extract_string(json, '$.Configuration.AccessKeys[*].LastUsedDate')
				WHEN 'AWS::EC2::SecurityGroup' THEN json_extract_string(json, '$.Configuration.IpPermissions[*].CidrIp') END AS b,
			CASE json_extract_string(json, '$.ResourceType')
				WHEN 'AWS::IAM::User' THEN json_array_length(json, '$.Configuration.MFADevices') END AS mfa
		FROM read_ndjson_objects('FILE', maximum_object_size = 67108864)
	), found AS (
		SELECT e[1] AS arn, unnest(CASE e[2]
			WHEN '"AWS::S3::Bucket"' THEN [
				CASE WHEN e[3] IS DISTINCT FROM '"Enabled"' THEN 'B01' END, CASE WHEN len(a) = 0 THEN 'B02' END,
				CASE WHEN NOT (e[4] = 'true' AND e[5] = 'true' AND e[6] = 'true' AND e[7] = 'true') THEN 'B03' END,
				CASE WHEN e[8] IS NULL THEN 'B04' END, CASE WHEN e[9] IS NULL THEN 'B05' END]
			WHEN '"AWS::EC2::Instance"' THEN [
				CASE WHEN list_contains(a, 'false') THEN 'B06' END, CASE WHEN e[10] IS DISTINCT FROM '"required"' THEN 'B07' END]
			WHEN '"AWS::IAM::User"' THEN [
				CASE WHEN list_min(a) < '2026-08-24T21:00:00' THEN 'B08' END, CASE WHEN list_min(b) < '2026-08-24T21:00:00' THEN 'B09' END,
				CASE WHEN e[11] <> 'null' AND mfa = 0 THEN 'B10' END]
			WHEN '"AWS::RDS::DBInstance"' THEN [
				CASE WHEN e[12] IS DISTINCT FROM 'false' THEN 'B11' END, CASE WHEN e[13] IS DISTINCT FROM 'true' THEN 'B12' END]
			WHEN '"AWS::EC2::SecurityGroup"' THEN [
				CASE WHEN list_contains(list_zip(a, b), ('22', '0.0.0.0/0')) THEN 'B13' END]
			WHEN '"AWS::IAM::Role"' THEN [CASE WHEN list_contains(a, 'AdministratorAccess') THEN 'B14' END]
			END) AS policy
		FROM paths
	)
	SELECT arn, policy FROM found WHERE policy IS NOT NULL
) TO 'OUTPUT' (FORMAT csv, HEADER false);
