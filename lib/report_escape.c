/* Texts of data on their way into a format: cleaned, then escaped. */
#include "display.h"
#include "report.h"
#include "scan.h"

void
report_escape_markup(struct buf *to, struct span clean)
{
	size_t i;

	for (i = 0; i < clean.len; i++)
		switch (clean.at[i]) {
		case '&': buf_adds(to, "&amp;"); break;
		case '<': buf_adds(to, "&lt;"); break;
		case '>': buf_adds(to, "&gt;"); break;
		case '"': buf_adds(to, "&quot;"); break;
		case '\'': buf_adds(to, "&#39;"); break;
		default: buf_addc(to, clean.at[i]);
		}
}

void
report_put(struct buf *to, struct span text, report_escape_fn *escape)
{
	struct buf plain = {0};

	display_clean(&plain, text);
	escape(to, buf_span(&plain));
	buf_free(&plain);
}

void
report_put_json(struct buf *to, struct span json, report_escape_fn *escape)
{
	struct buf decoded = {0};

	scan_decode(json, &decoded);
	report_put(to, buf_span(&decoded), escape);
	buf_free(&decoded);
}

void
report_markup(struct buf *to, struct span text)
{
	report_put(to, text, report_escape_markup);
}

void
report_markup_json(struct buf *to, struct span json)
{
	report_put_json(to, json, report_escape_markup);
}
