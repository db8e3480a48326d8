# The recorded documents of Terraform, for several bats files.

# A state with the first recorded resource of each type.
each_type() {
	{
		jq -c '(.resource_changes[]? | {type, values: .change.after}),
		    (.resources[]? | .type as $type | .instances[] | {type: $type, values: .attributes})' \
		    "$QRIE_TOP"/t/data/terraform/*.json "$QRIE_TOP/t/data/terraform/state.tfstate"
		cat "$QRIE_TOP/t/data/terraform/samples.ndjson"
	} | jq -s '[.[] | select(.values != null)] | group_by(.type) | map(.[0])
	    | {version: 4, terraform_version: "1.11.4", serial: 1, lineage: "x", outputs: {}, resources: map({mode: "managed", type,
	        name: "it", provider: "provider[\"registry.terraform.io/hashicorp/aws\"]",
	        instances: [{schema_version: 0, attributes: .values}]})}'
}
