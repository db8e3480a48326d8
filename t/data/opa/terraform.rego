package terraform

# METADATA
# title: Bucket without versioning
# custom:
#  severity: HIGH
deny contains msg if {
	some r in input.resource_changes
	r.type == "aws_s3_bucket"
	msg := sprintf("%s: no versioning", [r.address])
}

deny contains res if {
	some r in input.resource_changes
	r.type == "aws_vault_mount"
	res := {"msg": "kv v1", "address": r.address, "severity": "low", "policy": "VaultKV"}
}

warn contains msg if {
	some r in input.resource_changes
	r.change.actions[_] == "create"
	msg := sprintf("creates %s", [r.address])
}
