# The whole library: what must hold of each policy and of each map of share/benchmarks, whoever wrote it.
load helper

policies=$QRIE_TOP/share/policies
benchmarks=$QRIE_TOP/share/benchmarks

# A copy of the policies to break.
broken_policies() {
	cp -R "$QRIE_TOP/share/policies" p
	policies=$PWD/p
}

reads() {
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/reads.py" "$policies" "${1-$QRIE_TOP/t/data/reads.tsv}"
}

# Each policy that is not told well enough, and why.
untold() {
	qrie-eval --list -f json -d "$policies" >list
	# The words that the page lists, one a line
	sed -n '/^\.It Li Category$/,/^\.It Li Source$/s/^\.Li //p' "$QRIE_TOP/man/qrie-policy.7" | tr -d ' .' | tr , '\n' >words
	jq -r --rawfile words words '
		def told($name): .[$name] | type == "string" and test("^\\S.*\\S$");
		def needs($condition; $what): if $condition then empty else "\(.Policy): \($what)" end;
		($words | split("\n") | map(select(. != ""))) as $words
		| needs(told("Title") and (.Title | endswith(".") | not); "its Title is no short statement"),
		needs(.Category | IN($words[]); "its Category is not in qrie-policy(7)"),
		needs(.Severity | type == "number" and . == floor and . >= 0 and . <= 100; "its Severity is no number from 0 to 100"),
		needs(told("Remediation") and (.Remediation | length >= 60); "its Remediation says too little"),
		needs(.Source | type == "array" and length > 0 and all(.[]; type == "string" and test("^https://[a-z0-9.-]+/"));
			"its Source is no address"),
		needs(.Reads | type == "array" and length > 0; "it declares no Reads"),
		needs(.Policy | test("^[A-Z][A-Za-z0-9]+$"); "its id is not in PascalCase")' list
}

# Each policy without a violation, or without a resource that passes; --test asks for the missing one.
without_cases() {
	for policy in "$policies"/*/*.jq; do
		jq -rs --arg name "$(basename "$policy" .jq)" '
			[.[].Expect] | if index("violation") and index("none") then empty else $name end' \
			"${policy%.jq}.cases" 2>&1 || echo "${policy##*/}"
	done
}

# What is wrong with the maps.
wrong_maps() {
	qrie-eval --list -f json | jq -r .Policy >ids
	for map in "$benchmarks"/*.json; do
		jq -r --rawfile ids ids --arg map "$(basename "$map" .json)" '
			($ids | split("\n")) as $ids
			| def address: type == "string" and test("^https://[a-z0-9.-]+/");
			(if (.Title | type) != "string" or (.Version | type) != "string" then "has no Title or Version" else empty end),
			(if .Date | test("^20[0-9]{2}-[0-9]{2}-[0-9]{2}$") | not then "has no Date" else empty end),
			(if .Source | type == "array" and all(.[]; address) | not then "has a Source that is no address" else empty end),
			(.Controls | group_by(.Id)[] | select(length > 1) | "\(.[0].Id) is listed \(length) times"),
			(.Controls[]
				| (select(.Id | type != "string") | "\(.Id) is no text"),
				(select((.Policies | type) != "array") | "\(.Id) has no list of policies"),
				(select(.Policies == [] and (has("Why") | not)) | "\(.Id) has neither policies nor a Why"),
				(select(has("Why") and (.Why | type == "string" and length > 20 | not)) | "\(.Id) has a Why that says nothing"),
				(.Id as $id | .Policies | group_by(.)[] | select(length > 1) | "\($id) names \(.[0]) twice"),
				(.Id as $id | .Policies[] | select(IN($ids[]) | not) | "\($id) names \(.), which is no policy"))
			| "\($map): \(.)"' "$map" 2>&1 || echo "${map##*/}"
	done
}

@test "every policy has a case of a violation, one of none, and one in which something that it reads is missing" {
	run -0 --separate-stderr qrie-eval --test
	same "$stderr" ''
	[[ $output == *' 0 failed' ]]
	same "${output%% *}" "$(find "$policies" -name '*.jq' -mindepth 2 | grep -c .)"
	same "$(without_cases)" ''
}

@test "a policy that lacks a violation, a pass, the missing attribute or its file of cases is named" {
	broken_policies
	sed -i.old '/"Expect": "violation"/d' p/s3/S3BucketPublic.cases
	sed -i.old '/"Expect": "none"/d' p/s3/S3BucketVersioningDisabled.cases
	rm p/rds/RDSPublicAccess.cases p/*/*.old
	same "$(without_cases | sed 's/.*: .*RDSPublicAccess.*/RDSPublicAccess/; s/\.jq$//' | sort -u | paste -sd' ' -)" \
		'RDSPublicAccess S3BucketPublic S3BucketVersioningDisabled'
	run -1 --separate-stderr qrie-eval --test -d p
	[[ $stderr == *'S3BucketPublic.cases'*': no case of a violation'* ]]
	[[ $stderr == *'S3BucketVersioningDisabled.cases'*': no case of none'* ]]
	[[ $stderr == *'RDSPublicAccess.cases'* ]]
}

@test "every policy has a title, a category of the page, a severity, a remediation, a source and what it reads" {
	same "$(untold)" ''
}

@test "a policy that is not told well enough is named" {
	broken_policies
	file=p/s3/S3BucketPublic.jq
	sed -i.old 's/"Category": "access_control"/"Category": "security"/' $file
	sed -i.old 's/"Remediation": ".*"/"Remediation": "Turn it off."/' p/rds/RDSPublicAccess.jq
	sed -i.old 's|"https://docs|"http://docs|' p/s3/S3BucketVersioningDisabled.jq
	sed -i.old '/"Reads"/d' p/s3/S3BucketMfaDeleteDisabled.jq
	rm p/*/*.old
	run -0 untold
	[[ $output == *'S3BucketPublic: its Category'* ]]
	[[ $output == *'RDSPublicAccess: its Remediation'* ]]
	[[ $output == *'S3BucketVersioningDisabled: its Source'* ]]
	[[ $output == *'S3BucketMfaDeleteDisabled: it declares no Reads'* ]]
	same "${#lines[@]}" 4
}

@test "whatever a policy reads is filled by each collector of each of its types, by AWS's models" {
	run -0 reads
	same "$output" ''
}

@test "a path that no collector fills, one into a text, one of another type and an exception without use are named" {
	broken_policies
	sed -i.old 's/\.Configuration\.Versioning\.Status"/.Configuration.Versioning.State"/' p/s3/S3BucketVersioningDisabled.jq
	sed -i.old 's/"Reads": \[/"Reads": [".Configuration.LoginProfile[].UserName", ".Configuration.UserName.First", ".Policy", /' \
		p/iam/IAMUserMfaDisabled.jq
	sed -i.old 's/"ResourceType": "AWS::RDS::DBInstance"/"ResourceType": "AWS::S3::Bucket"/' p/rds/RDSPublicAccess.jq
	rm p/*/*.old
	printf 'AWS::S3::Bucket\t.Configuration.Nowhere\tfor this test\n' | cat "$QRIE_TOP/t/data/reads.tsv" - >exceptions
	run -1 reads exceptions
	[[ $output == *'S3BucketVersioningDisabled: AWS::S3::Bucket: .Configuration.Versioning.State is filled by no call'* ]]
	[[ $output == *'IAMUserMfaDisabled: AWS::IAM::User: .Configuration.LoginProfile[].UserName is filled by no call'* ]]
	[[ $output == *'IAMUserMfaDisabled: AWS::IAM::User: .Configuration.UserName.First is filled by no call'* ]]
	[[ $output == *'IAMUserMfaDisabled: AWS::IAM::User: .Policy is no member of records'* ]]
	[[ $output == *'RDSPublicAccess: AWS::S3::Bucket: .Configuration.PubliclyAccessible is filled by no call'* ]]
	[[ $output == *'AWS::S3::Bucket .Configuration.Nowhere: no policy needs this exception'* ]]
}

@test "every control of every map is there once, under a text, and names policies that exist or says why there are none" {
	same "$(wrong_maps)" ''
	same "$(jq '.Controls | length' "$benchmarks"/{cis-3.0,cis-5.0,fsbp}.json | paste -sd' ' -)" '62 63 339'
}

@test "a map with a policy that does not exist, a number for an id, a control twice or no word of why is named" {
	mkdir b
	benchmarks=$PWD/b
	jq '.Controls[0].Policies += ["S3BucketPurple"] | .Controls[1].Id = 1.1 | .Controls[2] = {Id: "x", Policies: [], Why: ""}
		| .Controls += [{Id: "y", Policies: []}] | .Controls[3].Id = "rds" | .Controls += [.Controls[3]] | .Date = "today"' "$QRIE_TOP/share/benchmarks/core.json" >b/core.json
	run -0 wrong_maps
	[[ $output == *'core: s3 names S3BucketPurple, which is no policy'* ]]
	[[ $output == *'core: 1.1 is no text'* ]]
	[[ $output == *'core: x has a Why that says nothing'* ]]
	[[ $output == *'core: y has neither policies nor a Why'* ]]
	[[ $output == *'core: rds is listed 2 times'* ]]
	[[ $output == *'core: has no Date'* ]]
}

@test "TAG-01, TAG-02: policies ask for the tags, spellings and values that qrie-tag asks for, and spare types without tags" {
	rules=$QRIE_TOP/share/tags/required.json
	metadata() {
		sed -n '/^module {/,/^};/p' "$policies/tag/$1.jq" | sed 's/^module //; s/^};/}/'
	}
	same "$(metadata RequiredTagsMissing | jq -c .Parameters.Keys)" \
		"$(jq -c '[.Keys[] | select(.Required) | {Key, Or: (.Or // []), Spellings}]' "$rules")"
	same "$(metadata TagValueNotAllowed | jq -cS .Parameters.Allowed)" \
		"$(jq -cS '[.Keys[] | select(.Allowed) | {(.Key): (.Allowed + (.Accepted // {} | keys))}] | add' "$rules")"
	grep -l '"Tags": null' "$QRIE_TOP"/share/collectors/*/*.jq | xargs sed -n 's/^  "ResourceType": "\(.*\)",$/\1/p' | sort -u >untagged
	same "$(metadata RequiredTagsMissing | jq -r '.Parameters.Exempt[]' | sort -u)" "$(cat untagged)"
}

@test "no rule asks a list for index(), rindex() or indices(), which lose memory in jq 1.6" {
	same "$(cat "$policies"/*.jq "$policies"/*/*.jq "$QRIE_TOP"/share/{collectors,terraform}/{,*/}*.jq 2>/dev/null |
	    grep -v '^#' | grep -E '\b(r?index|indices)\(')" ""
}
