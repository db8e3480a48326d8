# qrie-eval --from opa: what OPA and conftest judged, as records.  t/data/opa holds Rego, plans and what opa 1.22 and
# conftest 0.71 answered; QRIE_OPA names an opa that is asked the same again.
load helper

data=$QRIE_TOP/t/data/opa
now=2026-01-31T00:00:00Z

from() {	# status [option ...] file ...
	run "-$1" --separate-stderr qrie-eval --from opa --now $now "${@:2}"
	printf '%s\n' "${lines[@]}" >out
}

ids() {
	jq -r 'select(.Kind == "finding") | "\(.Id) \(.SeverityLabel)"' "${1:-out}"
}

eval_deny='terraform:module.a.aws_s3_bucket.logs["x"]#terraform.deny HIGH
terraform:aws_vault_mount.kv#VaultKV LOW'

@test "TFM-16: the list data.terraform.deny becomes findings, with rule or id, address, severity and evidence" {
	from 0 "$data/eval-deny.json"
	same "$(ids)" "$eval_deny"
	same "$(jq -c 'select(.Policy == "VaultKV" and .Kind == "finding") | [.State, .Address, .Message, .Evidence.Results[0].severity, .LastEvaluated]' out)" \
		'["ACTIVE","aws_vault_mount.kv","kv v1","low","2026-01-31T00:00:00Z"]'
	same "$(jq -r 'select(.Kind == "evaluation").Policy' out | tr '\n' ' ')" 'terraform.deny VaultKV '
}

@test "TFM-16: an empty list is clean and status 0, any other fails when asked" {
	from 0 --fail-on INFORMATIONAL "$data/eval-clean.json"
	same "$(ids)" ''
	from 1 --fail-on HIGH "$data/eval-deny.json"
	from 0 --fail-on CRITICAL "$data/eval-deny.json"
}

@test "of a package all its rules count, warnings as LOW unless they say otherwise" {
	from 0 "$data/eval-package.json"
	same "$(ids | head -n 2)" "$eval_deny"
	same "$(jq -r 'select(.Policy == "terraform.warn" and .Kind == "finding") | "\(.SeverityLabel) \(.Message)"' out)" \
		'LOW creates module.a.aws_s3_bucket.logs["x"]'
}

@test "conftest's failures and warnings become findings of the rules that gave them" {
	from 0 "$data/conftest.json"
	same "$(ids)" 'terraform:module.a.aws_s3_bucket.logs["x"]#main.deny_unversioned CRITICAL
terraform:aws_vault_mount.kv#VaultKV HIGH
terraform:aws_vault_mount.kv#main.warn LOW
terraform:module.a.aws_s3_bucket.logs["x"]#main.warn LOW'
	from 0 --fail-on INFORMATIONAL "$data/conftest-clean.json"
	same "$(ids)" ''
}

@test "what opa exec answers is read too" {
	from 0 "$data/exec.json"
	same "$(ids | sed 's/#opa.exec /#terraform.deny /')" "$eval_deny"
}

@test "what decided nothing is never clean: undefined, errors, no input, no rule, another query" {
	while IFS='|' read -r text reason; do
		printf '%s\n' "$text" >in
		from 2 in
		same "$stderr" "qrie-eval: in:1: $reason"
	done <<-'E'
	{}|an empty result: no such rule, or it is undefined
	{"result":[]}|an empty result: no such rule, or it is undefined
	{"errors":[{"message":"m"}]}|OPA could not answer: it has errors
	{"result":[{"expressions":[{"value":true,"text":"x := data.terraform.deny"}]}]}|a query that names no rule, such as data.terraform.deny
	{"result":[{"expressions":[{"value":{"other":1},"text":"data.terraform"}]}]}|a package without deny, violation, warn or allow
	{"result":[{"expressions":[{"value":3,"text":"data.terraform.deny"}]}]}|a rule whose value is no list of violations
	[{"filename":"f","namespace":"main","successes":0}]|no rule was tried
	{"other":1}|neither a result of opa eval, of opa exec nor of conftest
	E
	: >in
	from 2 in
	[[ $stderr == *"no result" ]]
}

@test "allow that is false and deny that is true are findings, the other way round they are none" {
	for pair in 'allow false 1' 'allow true 0' 'deny true 1' 'deny false 0' 'deny_root true 1'; do
		set -- $pair
		echo "{\"result\":[{\"expressions\":[{\"value\":$2,\"text\":\"data.a.$1\"}]}]}" >in
		from 0 in
		same "$pair: $(ids | grep -c .)" "$pair: $3"
	done
}

@test "what a rule says of one resource is one finding; what names none is told apart by what it says" {
	cat >in <<-'E'
	{"result":[{"expressions":[{"text":"data.a.deny","value":[
	  "aws_s3_bucket.b: no versioning", "aws_s3_bucket.b: no encryption", "arn:aws:s3:::c: open",
	  "the plan is too large", "no tags at all", {"resource": "thing", "msg": "odd"}]}]}]}
	E
	from 0 in
	same "$(jq -r 'select(.Kind == "finding") | .ARN' out | sed -n '1,2p;5p')" $'terraform:aws_s3_bucket.b\narn:aws:s3:::c\nopa:thing'
	same "$(jq -r 'select(.Kind == "finding").Id' out | sort | uniq -d)" ''
	same "$(jq -c 'select(.ARN == "terraform:aws_s3_bucket.b") | [.Message, (.Evidence.Results | length)]' out)" \
		'["aws_s3_bucket.b: no versioning; aws_s3_bucket.b: no encryption",2]'
}

@test "waivers and baselines hold for them as for our own" {
	echo '{"Policy":"VaultKV","Address":"aws_vault_mount.kv","Reason":"r","Owner":"o","Expires":"2026-06-30"}' >w
	from 0 "$data/eval-deny.json"
	grep -v VaultKV out >base
	from 0 --fail-on LOW -w w --new-only base "$data/eval-deny.json"
	same "$(jq -c 'select(.Kind == "finding") | [.Waiver.Owner, .Baseline]' out | tr '\n' ' ')" '[null,true] ["o",null] '
	from 1 --fail-on LOW --new-only base "$data/eval-deny.json"
}

@test "the report and the state of findings take them, and what is not told any more is resolved" {
	qrie-eval --from opa -a --now 2026-01-01 "$data/eval-deny.json" | qrie-diff -F state >/dev/null
	same "$(qrie-report -f json state | jq .Findings.Open)" 2
	qrie-eval --from opa -a --now 2026-01-02 "$data/eval-clean.json" | qrie-diff -F state >transitions
	same "$(jq -r 'select(.Kind == "finding") | "\(.State) \(.ResolvedReason)"' transitions | sort -u)" 'RESOLVED RESOURCE_DELETED'
	# a run that was asked for another rule resolves nothing
	qrie-eval --from opa -a --now 2026-01-03 "$data/eval-deny.json" | qrie-diff -F state >/dev/null
	qrie-eval --from opa -a --now 2026-01-04 "$data/conftest-clean.json" | qrie-diff -F state >transitions
	same "$(cat transitions)" ''
}

@test "a real opa says the same as what was recorded" {
	[ -n "${QRIE_OPA-}" ] || skip "QRIE_OPA is not set"
	for rule in deny:data.terraform.deny package:data.terraform; do
		"$QRIE_OPA" eval --format json -i "$data/plan.json" -d "$data/terraform.rego" "${rule#*:}" >result
		qrie-eval --from opa -a --now $now result >now
		qrie-eval --from opa -a --now $now "$data/eval-${rule%:*}.json" >recorded
		cmp now recorded
	done
	"$QRIE_OPA" eval --format json -i "$data/clean.json" -d "$data/terraform.rego" data.terraform.deny >result
	run -0 qrie-eval --from opa --fail-on INFORMATIONAL result
}
