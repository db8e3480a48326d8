# Sorting more than memory holds.
load helper

# Lines of 100 keys in no order, each several times, with their number as value.
lines() {
	awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++) printf "key-%02d\t%d\n", (i * 7919) % 100, i }'
}

# As the sorter should have it: by key, equal keys in the order of the input.
sorted() {
	LC_ALL=C sort -s -t"$(printf '\t')" -k1,1 "$1"
}

@test "in memory: sorted by key, equal keys as they were added, and again after a rewind" {
	lines 1000 >in
	run -0 sorter-test 1000000 <in
	same "${lines[0]}" "runs 0"
	printf '%s\n' "${lines[@]:1:1000}" | cmp - <(sorted in)
	printf '%s\n' "${lines[@]:1002}" | cmp - <(sorted in)
}

@test "in twenty and more runs: the same order, and nothing is left in the folder" {
	lines 5000 >in
	mkdir tmp
	sorter-test 4096 tmp <in >out
	[ "$(sed -n '1s/runs //p' out)" -gt 20 ]
	sed -n '2,5001p' out | cmp - <(sorted in)
	sed -n '5003,$p' out | cmp - <(sorted in)
	same "$(ls tmp)" ""
}

@test "sorters that share a file and their memory sort each its own, and leave the file empty" {
	lines 6000 >in
	mkdir tmp
	sorter-test 20000 tmp 3 <in >out
	awk '/^runs/ { n++; if ($2 < 5) exit 1; next } /^(again|left)/ { on = 0; next } { print > ("got" n) }' out
	for n in 1 2 3; do
		awk -v n="$n" 'NR % 3 == n % 3' in >"in$n"
		{ sorted "in$n"; sorted "in$n"; } | cmp - "got$n"
	done
	same "$(tail -1 out)" 'left in the file: 0'
	same "$(ls tmp)" ""
}

@test "a value longer than the memory is sorted among short ones" {
	{
		echo "b	short"
		printf 'a\t%200000s\n' x
		echo "c	short"
	} >in
	sorter-test 1000 <in >out
	sed -n 2,4p out | cmp - <(sorted in)
}

@test "nothing added, nothing given" {
	run -0 sorter-test 1000 </dev/null
	same "$output" "$(printf 'runs 0\nagain')"
}

@test "a folder that cannot be written to is an error, not a loss" {
	lines 1000 >in
	run -1 --separate-stderr sorter-test 1000 missing <in
	[[ $stderr == *'No such file or directory'* ]]
}
