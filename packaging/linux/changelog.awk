# CHANGELOG.md -> Debian's or RPM's form of a changelog: -v form=debian|rpm -v maker='Name <mail>'
# -v today=YYYY-MM-DD. A section is "## VERSION, DATE" or "## VERSION, not released yet"; its points
# begin with "* ". Dates are UTC noon: a changelog names a day, not a time.
function flush_point(    words, count, i, line, indent) {
    if (point == "") return
    gsub(/`/, "", point)
    if (form == "rpm") { gsub(/%/, "%%", point); print "- " point; point = ""; return }
    count = split(point, words, " ")
    line = "  *"
    for (i = 1; i <= count; ++i) {
        if (length(line) + 1 + length(words[i]) > 78) { print line; line = "   " }
        line = line " " words[i]
    }
    print line
    point = ""
}
function day(date, form,    part, y, m, d, t, weekday, days, months) {
    split(date, part, "-")
    y = part[1] + 0; m = part[2] + 0; d = part[3] + 0
    split("0 3 2 5 0 3 5 1 4 6 2 4", t, " ")  # Sakamoto's rule for the day of the week
    weekday = (m < 3 ? y - 1 : y)
    weekday = (weekday + int(weekday / 4) - int(weekday / 100) + int(weekday / 400) + t[m] + d) % 7
    split("Sun Mon Tue Wed Thu Fri Sat", days, " ")
    split("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", months, " ")
    if (form == "rpm") return sprintf("%s %s %02d %d", days[weekday + 1], months[m], d, y)
    return sprintf("%s, %02d %s %d 12:00:00 +0000", days[weekday + 1], d, months[m], y)
}
function end_section() {
    if (version == "") return
    flush_point()
    if (form == "debian") printf "\n -- %s  %s\n", maker, day(date, form)
}
/^## / {
    end_section()
    if (version != "") print ""
    version = $2; sub(/,$/, "", version)
    date = match($0, /[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/) ? substr($0, RSTART, 10) : today
    if (form == "debian") printf "foretaste (%s-1) unstable; urgency=medium\n\n", version
    else printf "* %s %s - %s-1\n", day(date, form), maker, version
    next
}
version == "" { next }
/^\* / { flush_point(); point = substr($0, 3); next }
/^ +[^ ]/ && point != "" { sub(/^ +/, ""); point = point " " $0; next }
{ flush_point() }
END { end_section() }
