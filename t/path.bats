# The paths of Reads and Unreadable.
load helper

meets() {
	run -0 path-test meets "$1" "$2"
	same "$1 $2: $output" "$1 $2: $3"
	run -0 path-test meets "$2" "$1"
	same "$2 $1: $output" "$2 $1: $3"
}

@test "two paths meet when one lies in the other" {
	meets . .a yes
	meets .a.b .a yes
	meets .a.b .a.b yes
	meets .a.b .a.c no
	meets .ab .a no
	meets '.a["b c"]' '.a."b c"' yes
}

@test "[] meets every index, and two indexes meet when they are the same" {
	meets '.a[].b' '.a[3].b' yes
	meets '.a[].b' '.a[3].c' no
	meets '.a[3]' '.a[4]' no
	meets '.a[]' .a yes
	meets '.a[].b' '.a.x.b' yes
}

@test "what is no path is refused" {
	for text in "" a "..a" ".a[" ".a[x]" ".a |.b" ".1a" '.a["b]' ".a." ; do
		run -1 path-test meets "$text" .
		[[ $output == "no path: "* ]]
	done
}

@test "a path is present when any item has it, and null counts" {
	echo '{"a":[{"b":1},{"c":null}]}' >in
	for path in '.a[].b' '.a[].c' '.a[1].c' .a .; do
		run -0 path-test present "$path" <in
		same "$path $output" "$path yes"
	done
	for path in '.a[0].c' '.a[].d' '.a.b' .x; do
		run -0 path-test present "$path" <in
		same "$path $output" "$path no"
	done
}
