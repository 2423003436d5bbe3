"""Random cells in all the ways in which docs/scenario-format.md lets people write them."""

import datetime

WEEK = 7
DAY = 24 * 60
ENGLISH_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
CHINESE_DAYS = "一二三四五六日"


class Cells:
    """Cells of one scenario: `random` decides, `is_chinese` says which words people prefer."""

    def __init__(self, random, is_chinese):
        self.random = random
        self.is_chinese = is_chinese

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def pick(self, items):
        return items[self.random.randrange(len(items))]

    def maybe(self, percent, make):
        """What `make` gives, or an empty cell."""
        return make() if self.chance(percent) else ""

    def some(self, items, least=1, most=None):
        """Some of the items, in their order."""
        count = self.random.randint(least, min(len(items), len(items) if most is None else most))
        return [items[index] for index in sorted(self.random.sample(range(len(items)), count))]

    # Plain values

    def yes(self):
        return self.pick(["yes", "true", "1", "是", "有", "√", "YES"])

    def no(self):
        return self.pick(["no", "false", "0", "否", "无", "×"])

    def boolean(self, percent):
        return self.yes() if self.chance(percent) else self.maybe(30, self.no)

    def whole(self, low, high):
        number = self.random.randint(low, high)
        if number >= 1000 and self.chance(30):
            return f"{number:,}"
        return self.wide(str(number)) if self.chance(5) else str(number)

    def decimal(self, low, high, places=2):
        return f"{self.random.uniform(low, high):.{self.random.randint(0, places)}f}"

    def wide(self, text):
        return "".join(chr(ord(letter) + 0xFEE0) if letter.isdigit() else letter for letter in text)

    def items(self, ids):
        return self.pick(["; ", ";", "、", "|"]).join(ids)

    # Times

    def date(self, day):
        form = self.random.randrange(4)
        if form == 0:
            return f"{day.year}/{day.month}/{day.day}"
        if form == 1:
            return f"{day:%Y%m%d}"
        return f"{day.year}年{day.month}月{day.day}日" if form == 2 else day.isoformat()

    def time(self, minutes):
        hour, minute = divmod(minutes, 60)
        if self.is_chinese and minute == 30 and self.chance(10):
            return f"{hour}点半"
        text = f"{hour:02d}:{minute:02d}" if self.chance(30) else f"{hour}:{minute:02d}"
        return text.replace(":", "：") if self.chance(10) else text

    def duration(self, minutes):
        forms = [str(minutes), f"{minutes}分钟"]
        if minutes >= 60:
            forms += [f"{minutes // 60}h{minutes % 60:02d}", f"{minutes // 60}小时{minutes % 60}分"]
            if minutes % 30 == 0:
                forms.append(f"{minutes / 60:g}h")
        return self.pick(forms)

    def span(self, minutes):
        """A duration that people say in hours: never a bare number."""
        return self.pick([f"{minutes}分钟", f"{minutes}min", f"{minutes // 60}小时{minutes % 60}分"])

    def interval(self, start, end):
        """An interval of a day; an end past midnight is written as the time of the next day."""
        return self.time(start) + self.pick(["-", "-", "—", "~"]) + self.time(end if end <= DAY else end - DAY)

    def parts(self, count, earliest, latest, step, gap=0):
        """Up to `count` intervals one after the other on a grid of `step` minutes."""
        marks = sorted(self.random.sample(range(earliest, latest + 1, step), min(2 * count, (latest - earliest) // step + 1)))
        parts = []
        for start, end in zip(marks[::2], marks[1::2]):
            if end - start >= step and (not parts or start - parts[-1][1] >= gap):
                parts.append((start, end))
        return parts

    def day_hours(self, parts):
        return self.pick(["; ", "；", ";"]).join(self.interval(*part) for part in parts) if parts else self.closed()

    def closed(self):
        return self.pick(["closed", "休息"])

    def weekdays(self, first, last):
        """The days of the week from `first` to `last`, Monday 0."""
        if first == 0 and last == WEEK - 1:
            return self.pick(["daily", "mon-sun", "周一至周日"])
        if first == 0 and last == 4 and self.chance(30):
            return "工作日"
        if first == last:
            return f"周{CHINESE_DAYS[first]}" if self.is_chinese else ENGLISH_DAYS[first]
        return (f"周{CHINESE_DAYS[first]}至周{CHINESE_DAYS[last]}" if self.is_chinese
                else f"{ENGLISH_DAYS[first]}-{ENGLISH_DAYS[last]}")

    def weekly(self, make):
        """Weekly hours: the week in one, two or three runs of days with the parts that `make` gives for each."""
        cuts = sorted(self.random.sample(range(1, WEEK), self.pick([0, 0, 1, 1, 2])))
        bounds = [0, *cuts, WEEK]
        runs = []
        for first, end in zip(bounds, bounds[1:]):
            parts = make()
            if parts:
                hours = self.pick([", ", "，"]).join(self.interval(*part) for part in parts)
                runs.append(f"{self.weekdays(first, end - 1)} {hours}")
        return self.pick(["; ", "；"]).join(runs) if runs else self.closed()


def days_from(first, count):
    return [first + datetime.timedelta(days=number) for number in range(count)]
