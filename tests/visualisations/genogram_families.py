"""Ten invented families of rising difficulty, and odd ones that no layout may fall over, for the genogram's tests."""

from __future__ import annotations

import calendar
import datetime as dt

from visualisations.records.shown import PersonShown, Records, StayShown, TieShown, When

_SEX = {"m": "male", "f": "female", "?": "unknown"}
_TIES = {
    "parent": "PARENT_OF", "step-parent": "PARENT_OF", "carer": "PARENT_OF", "foster-carer": "PARENT_OF",
    "adoptive-parent": "PARENT_OF", "partner": "PARTNER_OF", "ex-partner": "PARTNER_OF", "married": "PARTNER_OF",
    "divorced": "PARTNER_OF", "sibling": "SIBLING_OF", "half-sibling": "SIBLING_OF", "identical-twin": "SIBLING_OF",
}  # fmt: skip


def when(text: str) -> When:
    """``2010``, ``2010-04`` or ``2010-04-09``; nothing for no date."""
    if not text:
        return When()
    parts = [int(part) for part in text.split("-")]
    first = dt.date(*parts, *([1] * (3 - len(parts))))
    month = parts[1] if len(parts) > 1 else 12
    last = first if len(parts) == 3 else dt.date(parts[0], month, calendar.monthrange(parts[0], month)[1])
    return When(earliest=first, latest=last, words=text)


def family(people: str, ties: str = "", stays: str = "") -> Records:
    """A review from records with semicolons between them:
    ``ann f 1980 [died 2010 | due 2020-01-01 | index | child | unnamed | group] role``,
    ``ann parent ben [2007..2009]`` and ``ann home 2007..2009``."""
    lines = [line.split() for line in people.split(";") if line.strip()]
    return Records(
        review_id="invented",
        title="An invented family",
        people=tuple(_person(line) for line in lines),
        ties=tuple(_tie(line.split()) for line in ties.split(";") if line.strip()),
        stays=tuple(_stay(line.split()) for line in stays.split(";") if line.strip()),
    )


def _person(words: list[str]) -> PersonShown:
    key, sex, born, *rest = words
    told = {"died": "", "due": ""}
    flags, role = set(), []
    while rest:
        word = rest.pop(0)
        if word in told:
            told[word] = rest.pop(0)
        elif word in {"index", "child", "unnamed", "group"}:
            flags.add(word)
        else:
            role.append(word)
    return PersonShown(
        person_id=key, name=key.replace("_", " ").title(), sex=_SEX[sex], role=" ".join(role),
        kind="child" if flags & {"index", "child"} or told["due"] else "adult", index_child="index" in flags,
        unnamed="unnamed" in flags, group="group" in flags, born=when("" if born == "-" else born),
        died=when(told["died"]), due=when(told["due"]), unborn=bool(told["due"]) and born == "-",
    )  # fmt: skip


def _period(words: list[str]) -> dict[str, When]:
    since, _, until = (words[0] if words else "").partition("..")
    return {"since_on": when(since), "until_on": when(until)}


def _tie(words: list[str]) -> TieShown:
    one, kinship, other, *dates = words
    return TieShown(
        person_id=one, to_person_id=other, tie=_TIES.get(kinship, "CONNECTED_TO"),
        kinship=kinship.replace("-", " ") if kinship == "identical-twin" else kinship, **_period(dates),
    )  # fmt: skip


def _stay(words: list[str]) -> StayShown:
    key, home, *dates = words
    return StayShown(
        person_id=key, household_id=home, household=home.replace("_", " ").title(), **_period(dates)
    )


COUPLE_AND_CHILD = family(
    "ann f 1990; ben m 1988; claire f 2012-03-04 index",
    "ann married ben 2010..; ann parent claire; ben parent claire",
    "ann elm_road 2010..; ben elm_road 2010..; claire elm_road 2012-03-04..",
)
THREE_GENERATIONS = family(
    """
    ann f 1990; ben m 1988; claire f 2012-03-04 index; gus m 1955 died 2011-05-06; hilda f 1958;
    ivor m 1960; joan f 1961; kit m 1992
    """,
    """
    ann partner ben 2010..; ann parent claire; ben parent claire; gus parent ann; hilda parent ann;
    gus married hilda 1980..2011-05-06; ivor parent ben; joan parent ben; ivor parent kit;
    joan parent kit; ivor divorced joan 1985..2001; hilda grandparent claire
    """,
    """
    ann elm_road 2010..; ben elm_road 2010..2014; claire elm_road 2012-03-04..; hilda mill_lane ..
    """,
)
HALF_SIBLINGS = family(
    """
    mum f 1985; paul m 1983; rhys m 1987; sam m 2006-01-02 child; tess f 2009-02-03 child;
    una f 2014-05-06 index
    """,
    """
    paul parent sam; mum parent sam; paul parent tess; mum parent tess; rhys parent una;
    mum parent una; mum partner paul 2004..2010; mum partner rhys 2012..; sam half-sibling una;
    tess half-sibling una; sam sibling tess
    """,
    """
    mum oak_way 2004..; sam oak_way 2006-01-02..; tess oak_way 2009-02-03..2016;
    una oak_way 2014-05-06..; paul oak_way 2004..2010; rhys oak_way 2012..
    """,
)
STEP_FAMILY = family(
    """
    mum f 1980; dad m 1979; ex_wife f 1981; ex_man m 1978; amy f 2004-01-01 child;
    bea f 2006-01-01 index; cal m 2003-01-01 child; dan m 2007-01-01 child; eve f 2014-01-01 child
    """,
    """
    mum parent amy; ex_man parent amy; mum parent bea; ex_man parent bea; dad parent cal;
    ex_wife parent cal; dad parent dan; ex_wife parent dan; mum parent eve; dad parent eve;
    mum partner dad 2011..; mum divorced ex_man 2002..2009; dad divorced ex_wife 2001..2010;
    dad step-parent amy; dad step-parent bea; mum step-parent cal
    """,
    """
    mum new_house 2011..; dad new_house 2011..; amy new_house 2011..; bea new_house 2011..;
    eve new_house 2014-01-01..; cal her_flat 2010..; dan her_flat 2010..; ex_wife her_flat 2010..
    """,
)
TWINS = family(
    """
    ann f 1990; ben m 1988; old m 2008-01-01 child; tim m 2012-03-04 index; tom m 2012-03-04 child;
    viv f 2015-06-07 child; wes m 2015-06-07 child
    """,
    "; ".join(f"{p} parent {c}" for p in ("ann", "ben") for c in ("old", "tim", "tom", "viv", "wes"))
    + "; tim identical-twin tom; ann partner ben",
)
ADOPTION = family(
    """
    birth_mum f 1995; birth_dad m 1994; new_mum f 1975; new_dad m 1974; foster f 1968 foster carer;
    child_one m 2014-02-02 index; child_two f 2016-02-02 child; own f 2005-01-01 child
    """,
    """
    birth_mum parent child_one; birth_dad parent child_one; birth_mum parent child_two;
    new_mum adoptive-parent child_one; new_dad adoptive-parent child_one;
    new_mum married new_dad 2000..; new_mum parent own; new_dad parent own;
    foster carer child_two 2017..
    """,
    """
    child_one green_lane 2016..; new_mum green_lane 2000..; new_dad green_lane 2000..;
    own green_lane 2005-01-01..; foster hill_view 2000..; child_two hill_view 2017..
    """,
)
REMARRIAGE = family(
    """
    al m 1970; bo f 1971; cy m 1969; di f 1972; ez m 1995-01-01 child; flo f 1997-01-01 index;
    gil m 1996-01-01 child; hal f 2003-01-01 child
    """,
    """
    al parent ez; bo parent ez; al parent flo; bo parent flo; cy parent gil; di parent gil;
    al parent hal; di parent hal; al divorced bo 1993..1999; cy divorced di 1994..2000;
    al married di 2002..
    """,
    """
    al the_street 2002..; di the_street 2002..; hal the_street 2003-01-01..; flo the_street 2005..;
    bo bank_top 1999..; ez bank_top 1999..
    """,
)
TWO_BROTHERS_TWO_SISTERS = family(
    """
    pa m 1940; ma f 1942; grandad m 1941; gran f 1943; rob m 1965; roy m 1967; sal f 1966;
    sue f 1968; ann f 1990-01-01 index; bob m 1992-01-01 child; cat f 1991-01-01 child
    """,
    """
    pa married ma; pa parent rob; ma parent rob; pa parent roy; ma parent roy; grandad married gran;
    grandad parent sal; gran parent sal; grandad parent sue; gran parent sue; rob married sal;
    roy married sue; rob parent ann; sal parent ann; rob parent bob; sal parent bob; roy parent cat;
    sue parent cat
    """,
)
THREE_HOUSEHOLDS = family(
    """
    kim f 1985; lee m 1984; max m 1983; nan f 1958; ona f 2008-01-01 child; pip m 2011-01-01 index;
    quin m 2009-01-01 child; rae f 1986; wayne m 1979 lodger
    """,
    """
    lee parent ona; kim parent ona; max parent pip; kim parent pip; max parent quin; rae parent quin;
    nan parent kim; lee partner kim 2006..2010; max partner kim 2010..; max partner rae 2007..2010;
    wayne lodger kim 2014..
    """,
    """
    kim alder_court 2009..; ona alder_court 2009..2013; ona nans_house 2013..;
    pip alder_court 2011-01-01..; max alder_court 2010..; wayne alder_court 2014..;
    nan nans_house 1990..; rae flat_3 2008..; quin flat_3 2009..
    """,
)
LARGE = family(
    """
    a1 m 1935 died 2009-11-12; a2 f 1938; b1 m 1940; b2 f 1941; c1 m 1960; c2 f 1962; c3 m 1965;
    c4 f 1961; c5 f 1964; c6 m 1959; d1 m 1982; d2 f 1984; d3 f 1986; d4 m 1985; d5 m 1990;
    d6 f 1988; d7 m 1983; unknown_man m - unnamed man seen at the flat; e1 f 2004-01-01 child;
    e2 m 2006-01-01 child; e3 f 2008-02-02 index; e4 m 2010-01-01 child; e5 f 2009-01-01 child;
    e6 ? - due 2016-03-03; three_cousins ? - group child
    """,
    """
    a1 married a2; b1 married b2; a1 parent c1; a2 parent c1; a1 parent c3; a2 parent c3;
    b1 parent c2; b2 parent c2; b1 parent c5; b2 parent c5; c1 married c2; c3 partner c4 1983..1995;
    c6 partner c5; c1 parent d1; c2 parent d1; c1 parent d3; c2 parent d3; c1 parent d5;
    c2 parent d5; c3 parent d2; c4 parent d2; c6 parent d7; c5 parent d7; d4 partner d3 2003..2008;
    d7 partner d6 2008..; d5 partner d6 2014..2015; d3 parent e1; d4 parent e1; d3 parent e2;
    d4 parent e2; d3 parent e3; d3 parent e6; d1 parent e4; d2 parent e4; d1 partner d2;
    d6 parent e5; d7 parent e5; a2 grandparent d4
    """,
    """
    d3 flat_9 2003..; e1 flat_9 2004-01-01..; e2 flat_9 2006-01-01..; e3 flat_9 2008-02-02..;
    unknown_man flat_9 2015..; c1 the_farm 1980..; c2 the_farm 1980..; d5 the_farm 1990..2014;
    a2 the_farm 2009-12..; d1 new_town 2008..; d2 new_town 2008..; e4 new_town 2010-01-01..
    """,
)
TEN_FAMILIES = {
    "a couple and a child": COUPLE_AND_CHILD,
    "three generations": THREE_GENERATIONS,
    "half-siblings by two fathers": HALF_SIBLINGS,
    "a step-family with children on both sides": STEP_FAMILY,
    "twins": TWINS,
    "adoption with birth parents": ADOPTION,
    "remarriage between families": REMARRIAGE,
    "two brothers with two sisters": TWO_BROTHERS_TWO_SISTERS,
    "three households with a lodger": THREE_HOUSEHOLDS,
    "a large family": LARGE,
}
ODD_FAMILIES = {
    "nobody": Records(review_id="invented", title="Nobody"),
    "one person": family("ann f 1990 index"),
    "cousins with a child": family(
        "gran f 1930; mo f 1955; fa m 1957; ann f 1980; ben m 1981; cy m 2005-01-01 index",
        """
    gran parent mo; gran parent fa; mo parent ann; fa parent ben; ann partner ben; ann parent cy;
    ben parent cy
    """,
    ),
    "uncle and niece": family(
        "gran f 1930; mo f 1955; unc m 1960; ann f 1980; cy m 2005-01-01 index",
        """
    gran parent mo; gran parent unc; mo parent ann; ann partner unc 2003..2006; ann parent cy;
    unc parent cy
    """,
    ),
    "a circle of parents": family("a f 1990; b m 1990; c m 1991 index", "a parent b; b parent c; c parent a"),
    "three parents": family(
        "a f 1980; b m 1980; c m 1979; d f 2005-01-01 index",
        "a parent d; b parent d; c parent d; a partner b",
    ),
    "a grandparent with nobody between": family("g f 1940; d f 2005-01-01 index", "g grandparent d"),
    "siblings with no parent on record": family(
        "a f 1980; b m 1982; c f 1984; d f 2005-01-01 index; e m 2001-01-01 child",
        "a sibling b; b sibling c; a parent d; d half-sibling e",
    ),
    "a sister who is the carer": family(
        "a f 1990; d f 2005-01-01 index; m f 1970",
        "m parent a; m parent d; a carer d 2010..",
    ),
    "tied to oneself and to nobody": family("a f 1980; b m 1980", "a parent a; a partner b; b friend a"),
}  # fmt: skip
