"""z-scores and classes by completed month and by day: the first half of the second reading (see check.py)."""
import csv
import math
from datetime import date
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).parent
LMS = HERE.parent.parent / "tests/data/growth/lms"


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
