# Services that throttle: what is asked of them arrives whole, at the rate that they allow.
load helper
load cloud

teardown() {
	cloud_stop
}

# rate: calls a second that passed, after the first third of the time.
rate() {
	awk '$6 == "ok" { t[n++] = $1 }
	    END { from = t[0] + (t[n - 1] - t[0]) / 3; for (i = 0; t[i] < from; i++); print (n - 1 - i) * 1000 / (t[n - 1] - t[i]) }' cloud.log
}

# within_tenth RATE OF
within_tenth() {
	awk -v rate="$1" -v of="$2" 'BEGIN { exit !(rate >= of * 0.9 && rate <= of * 1.1) }' && return
	echo "$1 a second, not $2" >&2
	return 1
}

# throttled_run N ITEMS JOBS: buckets at N calls a second.
throttled_run() {
	local rate
	bucket_collector
	cloud_start items="$2" page=100 rate="$1"
	run -0 --separate-stderr qrie-collect -j "$3"
	same "$stderr" ""
	printf '%s\n' "$output" >out
	whole "$2" out
	cloud_stop
	# never again than needed: what passed is what was needed, and little was refused
	same "$(grep -c ' ok$' cloud.log)" "$(awk '$6 == "ok"' cloud.log | cut -d ' ' -f 4,5 | sort -u | awk '$1 != "ListBuckets"' | wc -l |
	    awk -v pages=$((($2 + 99) / 100)) '{ print $1 + pages }')"
	rate=$(rate)
	echo "$rate passed a second of $1; $(grep -c throttled cloud.log) of $(wc -l <cloud.log) refused" >&2
	within_tenth "$rate" "$1"
}

@test "PRF-05: a service that lets 5 calls a second pass gives all resources, none twice, at that rate" {
	throttled_run 5 15 16
}

@test "PRF-05: so it does with 256 calls at once" {
	throttled_run 5 15 256
}

@test "PRF-05: 50 calls a second" {
	throttled_run 50 100 16
}

@test "PRF-05: 50 calls a second, asked by 256 at once" {
	throttled_run 50 100 256
}

@test "PRF-05: 500 calls a second" {
	throttled_run 500 800 16
}

@test "PRF-05: 500 calls a second, asked by 256 at once" {
	throttled_run 500 800 256
}

@test "PRF-05: in every protocol throttling is told from failure, and costs no try" {
	all_collectors
	cloud_start items=60 page=5 rate=20 burst=2
	AWS_MAX_ATTEMPTS=1 run -0 --separate-stderr qrie-collect -j 64
	same "$stderr" ""
	printf '%s\n' "$output" >out
	whole 60 out
	same "$(awk '$6 == "throttled" { print $2 }' cloud.log | sort -u | xargs)" 'dynamodb ec2 iam lambda s3'
}

@test "PRF-05: one budget is shared by all that asks a service in a region, and by nobody else" {
	table_collector
	cloud_start items=40 rate=10 burst=10
	SECONDS=0
	run -0 --separate-stderr qrie-collect -r eu-west-1,eu-north-1,eu-south-1
	printf '%s\n' "$output" >out
	same "$(jq -r 'select(.Kind == "coverage") | "\(.Region) \(.Status) \(.Resources)"' out | xargs)" \
	    'eu-north-1 complete 40 eu-south-1 complete 40 eu-west-1 complete 40'
	# 41 calls each, 10 of them saved up: in turn they would take more than nine seconds
	[ "$SECONDS" -le 7 ]
}

@test "PRF-05: each account, region and service has a budget of its own, forgotten when nothing need be remembered" {
	run -0 lane-test
	same "${lines[1]}" "10000 lanes, 1 left"
}

@test "PRF-05: Retry-After of a throttled call holds all calls of its lane back" {
	table_collector
	cloud_start items=12 rate=4 burst=4 retry_after=2
	run -0 --separate-stderr qrie-collect
	# nothing is sent for two seconds from the first refusal on, but for what was under way
	awk '$6 == "throttled" && !first { first = $1 } first && $1 > first + 300 && $1 < first + 1900 { bad = 1 }
	    END { exit !first || bad }' cloud.log || { cat cloud.log >&2; false; }
}

@test "PRF-04: one call that is throttled for ever is given up, and the rest arrives" {
	user_collector
	cloud_start items=5 rate=0.001 burst=0 only=GetUser
	run -2 --separate-stderr qrie-collect --timeout 1
	same "$(jq -r 'select(.Kind == "coverage") | "\(.Status) \(.Resources)"' <<<"$output")" 'complete 5'
	same "$(jq -r 'select(.Kind == "resource").Unreadable[].Code' <<<"$output" | sort -u)" Throttling
	[[ ${stderr_lines[0]} == 'qrie-collect: 111122223333/global iam GetUser user/user-00000'[0-4]': Throttling (request r-1)' ]]
}

# simulated RATE BURST LATENCY JOBS SECONDS...: lib/limiter.c in made-up time; the rates that passed, in a line.
simulated() {
	limiter-test "$@" | cut -d ' ' -f 1 | xargs
}

@test "the rate that passes is found from 5 to 500 a second, whatever the latency, the jobs and what is saved up" {
	for rate in 5 20 50 500; do
		for burst in 2 $((rate / 5 + 1)) "$rate" $((5 * rate)); do
			for jobs in 64 1000; do
				for latency in 5 100; do
					read -r passed refused _ < <(limiter-test "$rate" "$burst" "$latency" "$jobs" 60)
					within_tenth "$passed" "$rate"
					awk -v r="$refused" 'BEGIN { exit !(r < 10) }'
				done
			done
		done
	done
}

@test "a rate that changes is followed, down and up, and forgotten where it is no more" {
	read -r first second third < <(simulated 50 50 10 64 60 10 60 100 90)
	within_tenth "$first" 50
	within_tenth "$second" 10
	within_tenth "$third" 100
	read -r _ free < <(simulated 500 100 10 64 20 100000 40)
	[ "${free%.*}" -gt 3000 ]
}
