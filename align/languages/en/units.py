"""What signs and words for units stand for beside a number: "g" for gram or grams, "quid" for pounds.

A sign that is read in several ways is the same as each of them, though they differ among themselves ("25C" is
"25 degrees" and "25 degrees Celsius"): both carry a form `sign=reading` that no other pair has.
"""

_READ_AS = {
    "c": ("degree", "celsius", "cents", "cent"), "f": ("degree", "fahrenheit"),
    "g": ("gram", "grams"), "mg": ("milligram", "milligrams"), "mm": ("millimeter", "millimeters"),
    "cm": ("centimeter", "centimeters"), "m": ("meter", "meters"), "ft": ("foot", "feet"), "in": ("inch", "inches"),
    "oz": ("ounce", "ounces"), "l": ("liter", "liters"), "ml": ("milliliter", "milliliters"),
    "min": ("minute", "minutes"), "mins": ("minute", "minutes"), "sec": ("second", "seconds"),
    "secs": ("second", "seconds"), "centimeter": ("centimeters",), "quid": ("pound",), "bucks": ("dollar",),
    "v": ("version",), "x": ("by", "times"),
    "grand": ("pound", "dollar", "euro"), "cent": ("cents",),
}  # fmt: skip
"""What a sign, or a word for a unit, may stand for, beside a number only."""

_SIGNS_OF = {
    reading: tuple(f"{sign}={reading}" for sign, readings in _READ_AS.items() if reading in readings)
    for readings in _READ_AS.values()
    for reading in readings
}


def other_forms(key: str) -> tuple[str, ...]:
    """Return the forms by which a sign is the same as each of its readings, and a reading as each of its signs."""
    return (*(f"{key}={reading}" for reading in _READ_AS.get(key, ())), *_SIGNS_OF.get(key, ()))
