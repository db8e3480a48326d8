# The man pages: clean, in step with the tools, and their examples run.
load helper

@test "every man page is clean under mandoc -T lint" {
	run -0 mandoc -T lint -W warning "$QRIE_TOP"/man/*.[157]
	same "$output" ""
}

@test "every tool has a man page and a bats file" {
	for tool in "$QRIE_TOP"/cmd/qrie-*.c; do
		name=$(basename "$tool" .c)
		[ -e "$QRIE_TOP/man/$name.1" ]
		[ -e "$QRIE_TOP/t/${name#qrie-}.bats" ]
	done
}

@test "each tool's usage text is the SYNOPSIS of its man page" {
	for page in "$QRIE_TOP"/man/*.1; do
		name=$(basename "$page" .1)
		# Both as bare words: options, arguments and brackets, one space between.
		mandoc -T ascii "$page" | col -b | awk '/^SYNOPSIS/ {on = 1; next} /^[A-Z]/ {on = 0} on' |
			tr -s ' \n\t' ' ' | sed 's/^ //; s/ $//' >synopsis
		"$name" --help | sed 's/^usage: /       /' | tr -s ' \n\t' ' ' | sed 's/^ //; s/ $//' >usage
		same "$name: $(cat synopsis)" "$name: $(cat usage)"
	done
}

@test "every option that a tool takes is told in its man page" {
	for source in "$QRIE_TOP"/cmd/qrie-*.c; do
		name=$(basename "$source" .c)
		mandoc -T ascii "$QRIE_TOP/man/$name.1" | col -b >page
		for option in $(grep -oE '\{ "[a-z-]+", (no|required|optional)_argument' "$source" | cut -d'"' -f2); do
			grep -q -e "--$option" page || { echo "$name: --$option is not told"; return 1; }
		done
	done
}

@test "every file that a page refers to with .Xr qrie-... exists" {
	grep -ohE '^\.Xr qrie[a-z-]* [157]' "$QRIE_TOP"/man/* | sort -u | while read -r _ page section; do
		[ -e "$QRIE_TOP/man/$page.$section" ] || { echo "$page($section)"; exit 1; }
	done
}

@test "no page loses the quotation marks of an example: mdoc takes those on a line of a macro" {
	run -1 grep -nE '^\.(Dl|D1|Li|Ic|It|Cm|Ql) (.* )?"' "$QRIE_TOP"/man/*.[157]
	same "$output" ''
}
