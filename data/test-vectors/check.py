#!/usr/bin/env python3
"""A second reading of the rules, in another language and sharing no line with the library: recomputes every answer of this folder.

    python3 data/test-vectors/check.py            compares, and fails where an answer differs
    python3 data/test-vectors/check.py --write    writes the answers into the files (then read every changed line)

Needs nothing but Python 3.9 and the figures in tests/data/growth/lms.
"""
import csv
import math
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).parent
LMS = HERE.parent.parent / "tests/data/growth/lms"
YES = {True: "ya", False: "tidak", None: ""}


def table(name):
    with open(LMS / f"{name}.csv") as lines:
        return {(int(r["sex"]), Decimal(r["x"])): tuple(float(r[k]) for k in "lms") for r in csv.DictReader(lines)}


BBU, TBU, IMTU, BBPB, BBTB = table("wfa"), table("lhfa"), table("bfa"), table("wfl"), table("wfh")


def day(text):
    return date.fromisoformat(text) if text else None


def completed_months(birth, on):
    if birth is None or on < birth:
        return None
    months = (on.year - birth.year) * 12 + on.month - birth.month
    return months - (on.day < birth.day)


def between(rows, sex, x, low, high):
    """L, M and S at x on the straight line through two rows (also beyond them)."""
    a, b = rows[sex, Decimal(low)], rows[sex, Decimal(high)]
    part = float((Decimal(str(x)) - Decimal(low)) / (Decimal(high) - Decimal(low)))
    return tuple(p + part * (q - p) for p, q in zip(a, b))


def month_row(rows, sex, month):
    x = Decimal(month) * Decimal("30.4375")
    low = {24: 731, 60: 1825}.get(month, int(x))
    return between(rows, sex, x, low, low + 1)


def z_of(y, lms, restricted=True):
    power, m, s = lms

    def measure(k):
        return m * math.exp(s * k) if power == 0 else m * (1 + power * s * k) ** (1 / power)

    z = math.log(y / m) / s if power == 0 else ((y / m) ** power - 1) / (power * s)
    if restricted and z > 3:
        return 3 + (y - measure(3)) / (measure(3) - measure(2))
    if restricted and z < -3:
        return -3 + (y - measure(-3)) / (measure(-2) - measure(-3))
    return z


def two(z):
    """Rounded to 2 decimals. No row of this folder lies so near to a half that the way of rounding would matter."""
    if z is None:
        return None
    assert abs(abs(z * 100 % 1) - 0.5) > 0.002, f"too near to a half: {z}"
    return round(z, 2) + 0.0


def classes(bbu, tbu, bbtb, imtu):
    def pick(z, below, middle, above):
        if z is None:
            return ""
        if z < -3:
            return below[0]
        if z < -2:
            return below[1]
        name = middle
        for limit, higher in above:
            if z > limit:
                name = higher
        return name

    nutrition = ("gizi buruk", "gizi kurang"), "gizi baik", ((1, "berisiko gizi lebih"), (2, "gizi lebih"), (3, "obesitas"))
    return [
        pick(bbu, ("berat badan sangat kurang", "berat badan kurang"), "berat badan normal", ((1, "risiko berat badan lebih"),)),
        pick(tbu, ("sangat pendek", "pendek"), "normal", ((3, "tinggi"),)),
        pick(bbtb, *nutrition),
        pick(imtu, *nutrition),
    ]


def status(sex, weight, length, position, oedema, months, days, rows_at):
    """z and classes of BB/U, TB/U, BB/TB, IMT/U. rows_at gives the row of an index at the child's age, or None; months or days is None as the age is counted."""
    stands = days >= 731 if days is not None else months >= 24 if months is not None else None
    young = days < 9 * 30.4375 if days is not None else months is not None and months < 9
    if young and position == "berdiri":
        position = ""
    if length is not None and length <= 0:
        length = None
    if weight is not None and weight <= 0:
        weight = None
    if length is not None and stands is not None:
        length += Decimal("0.7") if position == "berdiri" and not stands else Decimal("-0.7") if position == "terlentang" and stands else 0
    bbu = tbu = bbtb = imtu = None
    if sex is not None and (stands is None or rows_at(BBU) is not None):
        known = stands is not None
        if length is not None and known:
            tbu = two(z_of(float(length), rows_at(TBU), False))
        if weight is not None and not oedema:
            if known:
                bbu = two(z_of(float(weight), rows_at(BBU)))
            if length is not None:
                if known:
                    imtu = two(z_of(float(weight) / (float(length) / 100) ** 2, rows_at(IMTU)))
                by_height = stands if known else position == "berdiri" if position else length >= 87
                rows = BBTB if by_height else BBPB
                low = length.quantize(Decimal("0.1"), rounding="ROUND_FLOOR")
                high = low + Decimal("0.1")
                if (sex, length) in rows:
                    bbtb = two(z_of(float(weight), rows[sex, length]))
                elif (sex, low) in rows and (sex, high) in rows:
                    bbtb = two(z_of(float(weight), between(rows, sex, length, low, high)))
    names = classes(bbu, tbu, bbtb, imtu)
    if oedema and (stands is None or rows_at(BBU) is not None):
        names[2] = "gizi buruk"
        if stands is not None:
            names[0], names[3] = "berat badan sangat kurang", "gizi buruk"
    return ["" if z is None else f"{z:.2f}" for z in (bbu, tbu, bbtb, imtu)] + names


def sex_of(code):
    return {"L": 1, "P": 2, "1": 1, "2": 2}.get(code)


def child(row):
    sex, birth, visit = sex_of(row["sex"]), day(row["birth"]), day(row["visit"])
    weight = Decimal(row["weight_kg"]) if row["weight_kg"] else None
    length = Decimal(row["lenhei_cm"]) if row["lenhei_cm"] else None
    months = completed_months(birth, visit)
    days = (visit - birth).days if months is not None else None
    oedema = row["oedema"] == "ya"
    by_month = status(sex, weight, length, row["position"], oedema, months, None,
                      lambda rows: month_row(rows, sex or 1, months) if months <= 60 else None)
    by_day = status(sex, weight, length, row["position"], oedema, None, days,
                    lambda rows: rows.get((sex or 1, Decimal(days))))
    row["age_months"], row["age_days"] = ("" if n is None else str(n) for n in (months, days))
    for way, answers in (("month", by_month), ("day", by_day)):
        for name, answer in zip(("z_bbu", "z_tbu", "z_bbtb", "z_imtu", "bbu", "tbu", "bbtb", "imtu"), answers):
            row[f"{way}_{name}"] = answer


def age(row):
    birth, visit = day(row["birth"]), day(row["visit"])
    months = completed_months(birth, visit)
    row["age_days"] = "" if months is None else str((visit - birth).days)
    row["age_months"] = "" if months is None else str(months)
    row["sip_group"] = group_of(months)


def group_of(months):
    if months is None or months >= 60:
        return ""
    return "0-5" if months < 6 else "6-11" if months < 12 else "12-23" if months < 24 else "24-59"


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
    for name in ("age_months", "mark", "mark_other", "doubts", "gain_g", "kbm_g", "kbm_other_g", "two_t", "two_t_other",
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
        return ("rujuk" if every_t else "penyuluhan") if mark_now == "T" else "tidak ada"

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
