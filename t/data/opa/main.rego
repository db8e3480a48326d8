package main

deny_unversioned contains {"msg": msg, "address": r.address, "severity": "critical"} if {
	some r in input.resource_changes
	r.type == "aws_s3_bucket"
	msg := sprintf("%s has no versioning", [r.address])
}

violation contains {"msg": "kv version 1", "details": {"address": r.address, "id": "VaultKV"}} if {
	some r in input.resource_changes
	r.type == "aws_vault_mount"
}

warn contains msg if {
	some r in input.resource_changes
	msg := sprintf("%s: will be changed", [r.address])
}

exception contains rules if {
	rules := ["other"]
}
