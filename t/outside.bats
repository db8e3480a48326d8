# What Trivy, Checkov and Prowler say of their own published examples, and what we say of the same facts.
#
# t/data/outside/PEER.ndjson has a case a line: the facts that our policy reads of an example, as the maps of
# share/terraform have them of a real plan (t/outside/plan and cases), or of Prowler's as its tests set them, and what its
# authors expect.  differs.tsv has a line for each case in which we say something else, and why we do:
# peer, check, policy, number of the case, what we say, reason.  nocase.tsv has a line for each row of share/waivers/peers.tsv
# without a case, and why it has none; apart.tsv for checks that look like a policy of ours and ask for another fact.
load helper

data=$QRIE_TOP/t/data/outside

# ours: each case's verdict, as "peer check policy number verdict" with tabs; theirs: the same with what is expected.
judge() {
	for file in "$data"/*.ndjson; do
		jq -c --arg peer "$(basename "$file" .ndjson)" '[$peer, .Check, .Policy, .Case, .Expect, .Resources]' "$file"
	done >cases
	jq -r '.[:5] | @tsv' cases | sort >theirs
	jq -r '.[:4] as $key | .[5][] | $key | @tsv' cases >keys
	jq -c '.[5][] | {Kind: "resource", ARN: "arn:aws:outside:::\(input_line_number)", ResourceType, AccountId: "111122223333",
	    Region: "us-east-1", AccountService: "111122223333_outside", Source: "outside",
	    DescribeTime: "2026-08-21T00:00:00Z", LastSeenAt: "2026-08-21T00:00:00Z", Tags: {}} + .' cases >records
	# A record has what one policy reads: others fail on it, and are not asked for.
	qrie-eval --now 2026-08-21 -a -p "$(cut -f 3 keys | sort -u | paste -sd , -)" records >out 2>err || [ $? -eq 2 ] || return
	grep '"Kind":"verdicts"' out | paste keys - | jq -rRn '
	    [inputs / "\t" | .[2] as $policy | (.[4] | fromjson) as $said
	      | .[:4] + [first(("Failed", "Unknown", "Passed") | select(any($said[.][]; . == $policy))) // "OutOfScope"]]
	    # of several resources the worst counts
	    | group_by(.[:4])[] | map(.[4]) as $all
	    | .[0][:4] + [if ($all | index("OutOfScope")) then "not judged" elif ($all | index("Failed")) then "violation"
	        elif ($all | index("Unknown")) then "unknown" else "none" end]
	    | @tsv' | sort >ours
}

@test "on the peers' published examples our verdicts are theirs, or a line in t/data says why ours is right" {
	judge
	# as many as there are: an empty file would agree with everything
	same "$(cut -f 1 theirs | uniq -c | awk '{ print $2, $1 }')" "$(cat <<-'EOT'
	checkov 538
	prowler 217
	trivy 200
	EOT
	)"
	same "$(wc -l <ours)" "$(wc -l <theirs)"
	comm -23 ours theirs >differs
	cut -f 1-5 "$data/differs.tsv" | sort >told
	same "$(comm -23 differs told)" ""	# a difference that nobody has decided
	same "$(comm -13 differs told)" ""	# a line that is stale
}

@test "each line of differs.tsv has a reason, and no case a name or an account of its authors" {
	same "$(awk -F '\t' 'NF != 6 || length($6) < 20' "$data/differs.tsv")" ""
	same "$(grep -niE 'checkov|bridgecrew|trivy|aquasec|prowler' "$data"/*.ndjson | cut -c 1-80)" ""
	same "$(grep -ohE '(^|[^0-9A-Fa-f-])[0-9]{12}([^0-9A-Fa-f]|$)' "$data"/*.ndjson | grep -oE '[0-9]{12}' | sort -u)" $'111122223333\n444455556666'
}

@test "the cases of a peer are of checks that the table for waivers has for the same policy" {
	for file in "$data"/*.ndjson; do
		jq -r --arg peer "$(basename "$file" .ndjson)" '[$peer, .Check, .Policy] | @tsv' "$file"
	done | sort -u >used
	sort "$QRIE_TOP/share/waivers/peers.tsv" >table
	same "$(comm -23 used table)" ""
	same "$(sort -c "$QRIE_TOP/share/waivers/peers.tsv" 2>&1)" ""
	same "$(uniq -d table)" ""
}

# The rows of the table that have a case.
with_case() {
	for file in "$data"/*.ndjson; do
		jq -r --arg peer "$(basename "$file" .ndjson)" '[$peer, .Check, .Policy] | @tsv' "$file"
	done | sort -u
}

@test "each check that the table shares with a policy has a case, or a line that says why it has none" {
	with_case >used
	cut -f 1-3 "$data/nocase.tsv" | sort >without
	sort -u used without >said
	same "$(comm -13 said "$QRIE_TOP/share/waivers/peers.tsv")" ""	# nothing is said of it
	same "$(comm -12 used without)" ""				# it has one all the same
	same "$(comm -23 without "$QRIE_TOP/share/waivers/peers.tsv")" ""	# it is no row
	same "$(uniq -d without)" ""
	same "$(awk -F '\t' 'NF != 4 || length($4) < 12' "$data/nocase.tsv")" ""
}

@test "a check that is set apart is in no row of the table, and says which fact differs from that of a policy that there is" {
	[ -s "$data/apart.tsv" ]
	same "$(cut -f 1,2 "$data/apart.tsv" | grep -Fxf - <(cut -f 1,2 "$QRIE_TOP/share/waivers/peers.tsv"))" ""
	qrie-eval --list -f json | jq -r .Policy | sort >policies
	same "$(comm -23 <(cut -f 3 "$data/apart.tsv" | sort -u) policies)" ""
	same "$(awk -F '\t' 'NF != 4 || length($4) < 40' "$data/apart.tsv")" ""
}
