#!/usr/bin/env python3
"""A second reading of the rules, in another language and sharing no line with the library: recomputes every answer of this folder.

    python3 data/test-vectors/check.py            compares, and fails where an answer differs
    python3 data/test-vectors/check.py --write    writes the answers into the files (then read every changed line)

Needs nothing but Python 3.9 and the figures in tests/data/growth/lms.
"""
import csv
import sys
from datetime import date, timedelta
from decimal import Decimal

sys.dont_write_bytecode = True
from zscores import BBU, HERE, age, child, completed_months, day, group_of, month_row, sex_of, two, z_of  # noqa: E402

YES = {True: "ya", False: "tidak", None: ""}


# ---- KMS -----------------------------------------------------------------------------------------------------------------------------------------
def kbm(sex, month):
    """(reported, other print)"""
    first = {1: 800, 2: 900, 3: 800, 4: 600, 5: 500, 6: 400}
    if month in first:
        return first[month], None
    if month == 7 and sex == 1:
        return 400, 300
    if month == 11 and sex == 2:
        return 200, 300
    return (300, None) if month <= 11 else (200, None)


def month_of(d):
    return d.year * 12 + d.month - 1


def last_in(month, birth, visits):
    found = None
    for when, grams in visits:
        if grams > 0 and when >= birth and month_of(when) == month and (found is None or when >= found[0]):
            found = (when, grams)
    return found


def mark(sex, birth, visits, month):
    """(mark, other, doubts, gain, kbm) or None where the child was not weighed."""
    now = last_in(month, birth, visits)
    if now is None:
        return None
    before = last_in(month - 1, birth, visits)
    if before is None:
        earlier = any(g > 0 and w >= birth and month_of(w) < month for w, g in visits)
        return "O" if earlier else "B", "", [], "", ("", "")
    gain = now[1] - before[1]
    months = max(completed_months(birth, now[0]), 1)
    column = month - month_of(birth)
    reported, other = kbm(sex or 1, months)
    answer = "N" if gain >= reported else "T"

    def differs(pair):
        return any(("N" if gain >= k else "T") != answer for k in pair if k is not None)

    doubts = []
    if differs((reported, other)):
        doubts.append("cetakan")
    if column != months and column < 60 and differs(kbm(sex or 1, column)):
        doubts.append("kolom")
    if answer == "T" and gain > 0 and sex:
        z = [two(z_of(g / 1000, BBU[sex, Decimal((w - birth).days)])) for w, g in (before, now)]
        if z[1] >= z[0]:
            doubts.append("garis")
    if sex is None and differs(kbm(2, months)):
        doubts.append("sex")
    return answer, ("T" if answer == "N" else "N") if doubts else "", doubts, gain, kbm(sex, months) if sex else ("", "")


def kms(row, visits):
    sex, birth = sex_of(row["sex"]), day(row["birth"])
    month = int(row["month"][:4]) * 12 + int(row["month"][5:]) - 1
    edition = 2021 if row["month"] >= "2021-04" else 2010
    row["edition"] = f"KMS {edition}"
    for name in ("age_months", "mark", "mark_other", "doubts", "gain_g", "kbm_g", "kbm_other_g", "loss_g", "loss_since", "two_t", "two_t_other",
                 "bgm", "bgm_other", "above_orange", "action", "action_other"):
        row[name] = ""
    now = last_in(month, birth, visits)
    if now is None:
        return None
    months = completed_months(birth, now[0])
    row["age_months"] = str(months)
    if months >= 60:
        return None
    answer, other, doubts, gain, least = mark(sex, birth, visits, month)
    row["mark"], row["mark_other"], row["doubts"], row["gain_g"] = answer, other, "+".join(doubts), str(gain)
    row["kbm_g"], row["kbm_other_g"] = (str(k) if k else "" for k in least)
    earlier = [v for v in visits if birth <= v[0] < now[0] and v[1] > 0]
    last = max(earlier, key=lambda v: v[0])[0] if earlier else None
    before = [v for v in earlier if v[0] == last][-1] if earlier else None
    lost = before is not None and now[1] < before[1]
    row["loss_g"], row["loss_since"] = (str(before[1] - now[1]), before[0].isoformat()) if lost else ("", "")
    twice, twice_other = False, None
    if "T" in (answer, other):
        before = mark(sex, birth, visits, month - 1)
        twice = answer == "T" and before[0] == "T"
        possible = {a == "T" and b == "T" for a in (answer, other) if a for b in before[:2] if b}
        twice_other = (not twice) if (not twice) in possible else None
    row["two_t"], row["two_t_other"] = YES[twice], YES[twice_other]
    red = red_other = orange = None
    if sex:
        z = two(z_of(now[1] / 1000, month_row(BBU, sex, months)))
        red = z < (-2 if edition == 2021 else -3)
        red_other = z < -3 if edition == 2021 else red
        orange = z > 1 if edition == 2021 else None
    row["bgm"], row["bgm_other"] = YES[red], YES[red_other if red_other != red else None]
    row["above_orange"] = YES[orange]

    def action(mark_now, is_twice, is_red, every_t):
        if is_twice or is_red or orange:
            return "rujuk"
        return ("rujuk" if every_t else "penyuluhan") if mark_now == "T" else "penyuluhan" if lost else "tidak ada"

    row["action"] = action(answer, twice, red, False)
    second = action(other or answer, twice if twice_other is None else twice_other, red_other, edition == 2021)
    row["action_other"] = second if second != row["action"] else ""
    return row


def visits_of(file):
    visits = {}
    for row in read(file):
        visits.setdefault(row["child"], []).append((day(row["visit"]), int(row["weight_g"])))
    return visits


# ---- SKDN ----------------------------------------------------------------------------------------------------------------------------------------
def skdn(rows):
    visits = visits_of("skdn-weighings.csv")
    counted = []
    for known in read("skdn-register.csv"):
        month = rows[0]["month"]
        last = (date(int(month[:4]) + (month[5:] == "12"), int(month[5:]) % 12 + 1, 1) - timedelta(days=1))
        answer = kms({"sex": known["sex"], "birth": known["birth"], "month": month}, visits.get(known["child"], [])) or {}
        birth = day(known["birth"])
        now = last_in(month_of(last), birth, visits.get(known["child"], []))
        counted.append((known, group_of(completed_months(birth, now[0] if now else last)), answer))
    for row in rows:
        mine = [(k, a) for k, g, a in counted
                if g and row["sex"] in ("", k["sex"]) and row["sip_group"] in ("", g)]
        n = {letter: sum(a.get("mark") == letter for _, a in mine) for letter in "NTOB"}
        row["s"], row["k"] = str(len(mine)), str(sum(k["has_card"] == "ya" for k, _ in mine))
        row["d"] = str(sum(n.values()))
        row.update({letter.lower(): str(count) for letter, count in n.items()})
        for name, key, wanted in (("two_t", "two_t", "ya"), ("bgm", "bgm", "ya"), ("n", "mark", "N")):
            if name != "n":
                row[name] = str(sum(a.get(key) == wanted for _, a in mine))
            row[name + "_other"] = str(sum((a.get(key + "_other") or a.get(key)) == wanted for _, a in mine))
        d, left = int(row["d"]), int(row["d"]) - n["O"] - n["B"]
        for name, part, whole in (("k_s", int(row["k"]), len(mine)), ("d_s", d, len(mine)), ("n_d", n["N"], d), ("n_d_other", n["N"], left),
                                  ("bgm_d", int(row["bgm"]), d), ("two_t_d", int(row["two_t"]), d)):
            row[name] = f"{part / whole:.6f}" if whole else ""


def read(file):
    with open(HERE / file, newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def main():
    write = "--write" in sys.argv
    wrong = 0
    weighings = visits_of("kms-weighings.csv")
    for file, answer in (("age.csv", lambda rows: [age(r) for r in rows]),
                         ("children.csv", lambda rows: [child(r) for r in rows]),
                         ("kms-months.csv", lambda rows: [kms(r, weighings[r["child"]]) for r in rows]),
                         ("skdn-counts.csv", skdn)):
        given, computed = read(file), read(file)
        answer(computed)
        for old, new in zip(given, computed):
            for name in new:
                if old[name] != new[name]:
                    wrong += 1
                    print(f"{file} {list(old.values())[:3]} {name}: file {old[name]!r}, here {new[name]!r}")
        if write:
            with open(HERE / file, "w", newline="", encoding="utf-8") as lines:
                writer = csv.DictWriter(lines, computed[0].keys(), lineterminator="\n")
                writer.writeheader()
                writer.writerows(computed)
        print(f"{file}: {len(given)} rows")
    sys.exit(1 if wrong and not write else 0)


if __name__ == "__main__":
    main()
