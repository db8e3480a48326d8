# The jq command as the judge of qrie-eval: the same policies on whole records.  $now is the clock.

# The findings that plain jq gives for the records in a file, in the order of nothing.
by_jq() {	# policies file
	local file id service call
	jq -n '[inputs | .ResourceType? // empty] | unique' "$2" >types
	for file in "$1"/*/*.jq; do
		id=$(basename "$file" .jq)
		service=$(basename "$(dirname "$file")")
		jq -n -L "$1" "\"$service/$id\" | modulemeta" >meta
		call=violation
		jq -e --slurpfile types types '.ResourceType as $of | any($types[0][]; [.] | inside([$of] | flatten) or $of == "*")' \
			meta >/dev/null || continue
		[ "$(jq 'has("Parameters")' meta)" = false ] || call="violation(\"${now:?}\"; $(jq -c .Parameters meta))"
		jq -c -L "$1" --slurpfile meta meta --arg id "$id" "import \"$service/$id\" as policy;
			select(.Kind == \"resource\" and (.ARN | type == \"string\")
				and (.ResourceType | type == \"string\") and (.ResourceType as \$type
				| \$meta[0].ResourceType | . == \"*\" or ([.] | flatten | index(\$type))))
			| .ARN as \$arn
			| try (policy::$call | {State: \"ACTIVE\", Message, Evidence})
			  catch {State: \"UNKNOWN\", Message: ., Evidence: {Error: .}}
			| {ARN: \$arn, Policy: \$id} + ." "$2" || return
	done
}

same_as_jq() {	# policies file: its findings by qrie-eval and by jq are the same, and there are some
	local status=0 all
	all=$(qrie-eval --list -f json -d "$1" | jq -r .Policy | paste -sd,) || return
	by_jq "$1" "$2" >jq.out || return
	jq -c -S . jq.out | sort >expected
	qrie-eval -d "$1" -p "$all" --now "$now" "$2" >all 2>err || status=$?
	[ "$status" -le 2 ] || return
	jq -c -S 'select(.Kind == "finding") | {ARN, Policy, State, Message, Evidence}' all | sort >got
	[ -s expected ] && diff expected got
}
