"""English words that carry no subject; in a question they are not searched for.

In a collection of a few dozen passages "did" is rarer than a name, so BM25's own weighting does
not discount such words.
"""

_WORDS = """
    a about above after again against all also am an and any are as at be because been before
    being below between both but by can could did do does doing down during each either ever few
    for from further had has have having he her here hers herself him himself his how i if in into
    is it its itself just many may me might more most much must my myself neither no nor not of off
    on once only onto or other our ours ourselves out over own per please same shall she should so
    some such tell than that the their theirs them themselves then there these they this those
    through to too under until up upon us very was we were what when where whether which while who
    whom whose why will with within without would you your yours yourself yourselves s t d ll m re
    ve"""

STOPWORDS = frozenset(_WORDS.split())
