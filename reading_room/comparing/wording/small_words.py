"""Words that say nothing of what a sentence is about, as texts are folded for comparing: English, French, Russian, Arabic."""

from reading_room.model.wording import words

_WRITTEN = """
a about above according account accounts after again against all along already also although am among an and another
any are around article as at away be became because been before being between both but by came can come could day
days did do does doing done down during each either else even ever every far few first for from further get gives go
goes had has have having he her here hers him his how however i if in into is it its itself just last later least
less like made make makes many may me might more most much must my name named names near never new no nor not now of
off on once one only or other others our out over own part people per put report reported reports said same say
saying says second see several she should since so some speaks state stated states such take taken text than that
the their them then there these they this those though three through thus to today together told too toward towards
two under until up upon us very was way we well were what when where whether which while who whom whose why will
with within without would write writes wrote year years yesterday yet you your
au aux dans de des du en est et la le les par pour que qui sur un une
был была были в во его за и из к как на не от по с со что это
التي الذي الى ان او بعد على عن في قبل كان كانت لا ما مع من هذا هذه
"""
SMALL = frozenset(words(_WRITTEN))
