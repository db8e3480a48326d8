# Times: what --now and records may hold.
load helper

reads() {
	run -0 clock-test "$1"
	same "$1: $output" "$1: $2"
}

@test "RFC 3339 times are read with their offset, fractions dropped" {
	reads 2026-11-22T21:00:00Z "2026-11-22T21:00:00Z 1795381200"
	reads 2026-11-22T21:00:00.999Z "2026-11-22T21:00:00Z 1795381200"
	reads 2026-11-22T22:30:00+01:30 "2026-11-22T21:00:00Z 1795381200"
	reads "2026-11-22t16:00:00-0500" "2026-11-22T21:00:00Z 1795381200"
	reads 2026-11-22 "2026-11-22T00:00:00Z 1795305600"
	reads @1795381200 "2026-11-22T21:00:00Z 1795381200"
}

@test "leap days, the first second and years far off agree with date(1)" {
	for text in 1970-01-01T00:00:00Z 2000-02-29T12:00:00Z 2024-02-29T23:59:59Z 1969-12-31T23:59:59Z 2100-03-01T00:00:00Z \
		9999-12-31T23:59:59Z 1900-02-28T00:00:00Z; do
		reads "$text" "$text $(date -u -d "$text" +%s)"
	done
}

@test "what is no time is none" {
	for text in "" now 2026 2026-13-01 2026-02-29 2026-11-22T 2026-11-22T25:00:00Z 2026-11-22T21:00:00 \
		2026-11-22T21:00:00.Z 2026-11-22T21:00:00+1 "2026-11-22T21:00:00Z " @ @12x 2026-11-22T21:00Z 0000-01-01; do
		reads "$text" none
	done
}
