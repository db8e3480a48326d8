# The benchmarks run, and measure what they say.
load helper

@test "PRF-01: t/bench/collect measures what was asked and answered, and prints the aim beside it" {
	BENCH_RUNS=1 BENCH_LATENCY=5 run -0 --separate-stderr "$QRIE_TOP/t/bench/collect" 20
	same "$(grep -cE '^  qrie-collect( -j 64)?  .* 141 ' <<<"$output")" 2
	[[ $output == *'aim at -j 64: '*' cpu under 0.2 ms a call: '* ]]
	[ ! -x "$QRIE_VENV/bin/python" ] || grep -qE '^  boto3, 16 threads  .* 141 ' <<<"$output"
}

@test "t/bench/plan finds the same in a plan as jq, and prints how many times that of qrie each takes" {
	BUCKETS=30 BENCH_RUNS=1 run -0 --separate-stderr "$QRIE_TOP/t/bench/plan"
	[[ $output =~ qrie\ +[0-9.]+\ +1\.0\ +10 ]]
	[[ $output =~ jq\ +[0-9.]+\ +[0-9.]+\ +10 ]]
	# who finds something else ends it
	mkdir bin
	printf '#!/bin/sh\necho \x27{"result":[{"expressions":[{"value":["a"]}]}]}\x27\n' >bin/opa
	chmod +x bin/opa
	PATH=$PWD/bin:$PATH BUCKETS=30 BENCH_RUNS=1 run -2 --separate-stderr "$QRIE_TOP/t/bench/plan"
}
