"""Days and times as planners type them, each with what is meant by it; None is to be refused."""

from datetime import date, time

_D = date(2027, 1, 12)
_T = time(9, 30)

DAYS = [
    ("12/01/2027", _D), ("12/1/2027", _D), ("12/01/27", _D), ("12/1/27", _D), ("12.1.27", _D),
    ("12.01.2027", _D), ("12-01-2027", _D), ("12-1-27", _D), ("12 01 2027", _D), ("12 1 27", _D),
    ("12 Jan 2027", _D), ("12 jan 2027", _D), ("12 JAN 27", _D), ("12 January 2027", _D),
    ("12-Jan-2027", _D), ("12/Jan/2027", _D), ("12Jan2027", _D), ("12th January 2027", _D),
    ("12th of January 2027", _D), ("12 Jan, 2027", _D), ("12. Jan 2027", _D), ("12 Jan. 2027", _D),
    ("Jan 12 2027", _D), ("January 12, 2027", _D), ("2027-01-12", _D), ("2027/01/12", _D),
    ("Tue 12 Jan 2027", _D), ("tue 12 jan 2027", _D), ("Tuesday 12 January 2027", _D),
    ("Tue, 12 Jan 2027", _D), ("Tues 12/1/2027", _D), ("  12/01/2027  ", _D), ("12 / 1 / 2027", _D),
    ("5/1/2027", date(2027, 1, 5)), ("05/01/2027", date(2027, 1, 5)),
    ("1st Sept 2027", date(2027, 9, 1)), ("3rd March 2027", date(2027, 3, 3)),
    ("Weds 13 Jan 2027", date(2027, 1, 13)), ("29 Feb 2028", date(2028, 2, 29)),
    ("31/12/2026", date(2026, 12, 31)), ("13–01–2027", date(2027, 1, 13)),
    ("1/13/2027", None), ("31/02/2027", None), ("29 Feb 2027", None), ("0/1/2027", None),
    ("32 Jan 2027", None), ("12/0/2027", None), ("Mon 12 Jan 2027", None), ("Jan 2027", None),
    ("12", None), ("2027", None), ("12/01/20", None), ("12/01/19", None),
    ("12/01/202", None), ("12/01/20277", None), ("12/01/1927", None), ("12/01/2127", None),
    ("12012027", None), ("120127", None), ("20270112", None), ("2027-1-2", None),
    ("2027-13-01", None), ("12/01-2027", None), ("1700000000", None), ("46399", None),
    ("12 Januray 2027", None), ("12 Foo 2027", None),
    ("2027-01-12T00:00:00Z", None), ("12/01/2027 09:30", None), ("-12/01/2027", None),
    ("abc", None), ("12//01//2027", None), ("N/A", None), ("12 Jan 2027 12 Jan 2027", None),
]  # fmt: skip

MONDAY = date(2026, 11, 30)
SHORT_DAYS = [  # on that Monday
    ("today", MONDAY), ("Tomorrow", date(2026, 12, 1)), ("yesterday", date(2026, 11, 29)),
    ("+14", date(2026, 12, 14)), ("+ 14", date(2026, 12, 14)), ("+14d", date(2026, 12, 14)),
    ("+14 days", date(2026, 12, 14)), ("in 14 days", date(2026, 12, 14)), ("+0", MONDAY),
    ("+2w", date(2026, 12, 14)), ("+2 weeks", date(2026, 12, 14)), ("-3", date(2026, 11, 27)),
    ("+10 wd", date(2026, 12, 14)), ("+10 working days", date(2026, 12, 14)),
    ("+20wd", date(2026, 12, 30)),  # Christmas Day and the day given for Boxing Day are none
    ("Mon", date(2026, 12, 7)), ("Tue", date(2026, 12, 1)), ("sunday", date(2026, 12, 6)),
    ("on Fri", date(2026, 12, 4)), ("next Mon", date(2026, 12, 7)),
    ("next Tuesday", date(2026, 12, 8)), ("this Fri", date(2026, 12, 4)),
    ("next weds", date(2026, 12, 9)), ("12 Jan", _D), ("12 January", _D), ("12th Jan", _D),
    ("12th of January", _D), ("Jan 12", _D), ("12/01", _D), ("12/1", _D), ("12.1", _D),
    ("12-1", _D), ("12 1", _D), ("12jan", _D), ("Tue 12 Jan", _D), ("Tue 12/1", _D),
    ("30 Nov", MONDAY), ("29/11", date(2027, 11, 29)), ("29 Feb", date(2028, 2, 29)),
    ("31/2", None), ("31 Jun", None), ("1/13", None), ("0/1", None), ("Mon 12 Jan", None),
    ("12 Foo", None), ("12", None), ("+", None), ("+1000", None), ("14", None), ("next", None),
    ("next 12 Jan", None), ("Mo", None), ("Monty", None), ("12/01/20", None), ("+14 12 Jan", None),
    ("+2 months", None), ("week", None), ("2027", None),
]  # fmt: skip

CLOCKS = [
    ("09:30", _T), ("9:30", _T), ("9.30", _T), ("09.30", _T), ("930", _T), ("0930", _T),
    ("9 30", _T), ("9h30", _T), ("9.30am", _T), ("9:30am", _T), ("9:30 am", _T), ("9.30 AM", _T),
    ("9:30 a.m.", _T), ("930am", _T), ("0930 hrs", _T), ("0930hrs", _T), ("09:30h", _T),
    ("09:30:00", _T), (" 09:30 ", _T), ("9 : 30", _T), ("9 am", time(9)), ("9am", time(9)),
    ("9 a.m.", time(9)), ("09 am", time(9)), ("9pm", time(21)), ("9.30pm", time(21, 30)),
    ("9:30 p.m.", time(21, 30)), ("12 noon", time(12)), ("noon", time(12)), ("Midday", time(12)),
    ("12pm", time(12)), ("12am", time(0)), ("12.30am", time(0, 30)), ("12:30 pm", time(12, 30)),
    ("00:00", time(0)), ("0000", time(0)), ("0:15", time(0, 15)), ("23:59", time(23, 59)),
    ("1630", time(16, 30)), ("1.05", time(1, 5)), ("2359", time(23, 59)), ("07.00", time(7)),
    ("9", None), ("09", None), ("0", None), ("12", None), ("93", None), ("24:00", None),
    ("2400", None), ("25:00", None), ("9:60", None), ("960", None), ("9:3", None), ("9.5", None),
    ("9:", None), (":30", None), ("09:30:15", None), ("midnight", None), ("13pm", None),
    ("13:30 pm", None), ("0 am", None), ("9-30", None), ("9,30", None), ("-9:30", None),
    ("09:30Z", None), ("09:30+01:00", None), ("1700000000", None), ("half nine", None),
    ("9 o'clock", None), ("9 hrs", None), ("abc", None), ("9:30-10:30", None), ("12345", None),
    ("am", None), ("9:30 9:30", None), ("2027-01-12T09:30:00Z", None),
]  # fmt: skip
